//! Plots, as SVG: the cost of cuts by their operations, as measured and as fitted. What is measured is not here.

use std::path::Path;

use plotters::chart::{ChartBuilder, LabelAreaPosition, SeriesLabelPosition};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::Circle;
use plotters::prelude::{IntoDrawingArea, IntoLogRange, SVGBackend};
use plotters::series::LineSeries;
use plotters::style::{Color, RGBColor, WHITE};

use super::series::{Found, Point};
use super::statistics::Plane;

const PATH: &str = "xtask/bench-series.svg";
const SIZE: (u32, u32) = (860, 360);

/// The documents' colours, in turn.
const COLOURS: &[RGBColor] = &[RGBColor(176, 58, 46), RGBColor(36, 96, 160)];
const GREY: RGBColor = RGBColor(120, 120, 120);

/// Costs, by operations.
type Points = Vec<(f64, f64)>;

/// A panel: what it is of, and each document's points, as measured and as fitted.
struct Panel {
    title: &'static str,
    lines: Vec<Line>,
}

struct Line {
    label: String,
    measured: Points,
    fitted: Points,
}

impl Line {
    fn of(found: &Found, plane: Option<Plane>, cost: fn(&Point) -> Option<f64>) -> Self {
        let measured = found
            .points
            .iter()
            .filter_map(|point| Some((point.operations as f64, cost(point)?)));
        let fitted = found.points.iter().filter_map(|point| {
            cost(point)?;
            Some((point.operations as f64, plane?.at(point.place())))
        });
        let [operation, type_] = plane.map_or([0.0; 2], |plane| plane.slopes);
        Self {
            label: format!(
                "{}: {:.1} ms an operation, {:.1} ms a type",
                found.document,
                1e3 * operation,
                1e3 * type_
            ),
            measured: measured.collect(),
            fitted: fitted.collect(),
        }
    }
}

/// Draws generation and check side by side.
///
/// # Errors
///
/// The file cannot be written.
pub(super) fn draw(root: &Path, all: &[Found]) -> Result<(), String> {
    let generation = |found: &Found| {
        Line::of(found, found.generation, |point| {
            Some(point.generation.cpu_seconds)
        })
    };
    let check =
        |found: &Found| Line::of(found, found.check, |point| Some(point.check?.cpu_seconds));
    let panels = [
        Panel {
            title: "Generation",
            lines: all.iter().map(generation).collect(),
        },
        Panel {
            title: "cargo check",
            lines: all.iter().map(check).collect(),
        },
    ];
    let mut text = String::new();
    draw_panels(&mut text, &panels).map_err(|error| format!("{PATH}: {error}"))?;
    std::fs::write(root.join(PATH), text).map_err(|error| format!("{PATH}: {error}"))
}

fn draw_panels(text: &mut String, panels: &[Panel; 2]) -> Result<(), Box<dyn std::error::Error>> {
    let area = SVGBackend::with_string(text, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    for (area, panel) in area.split_evenly((1, 2)).iter().zip(panels) {
        draw_panel(area, panel)?;
    }
    area.present()?;
    Ok(())
}

fn draw_panel(
    area: &DrawingArea<SVGBackend<'_>, Shift>,
    panel: &Panel,
) -> Result<(), Box<dyn std::error::Error>> {
    let (width, height) = (
        span(&panel.lines, |point| point.0),
        span(&panel.lines, |point| point.1),
    );
    let mut chart = ChartBuilder::on(area)
        .caption(panel.title, ("sans-serif", 16))
        .margin(12)
        .set_label_area_size(LabelAreaPosition::Left, 56)
        .set_label_area_size(LabelAreaPosition::Bottom, 40)
        .build_cartesian_2d(width.log_scale(), height.log_scale())?;
    chart
        .configure_mesh()
        .x_desc("operations")
        .y_desc("CPU, seconds")
        .x_label_formatter(&|x| format!("{x:.0}"))
        .y_label_formatter(&|y| format!("{y}"))
        .light_line_style(WHITE)
        .draw()?;
    for (line, colour) in panel.lines.iter().zip(COLOURS.iter().cycle()) {
        let fitted = line.fitted.iter().copied();
        chart.draw_series(LineSeries::new(fitted, GREY.stroke_width(1)))?;
        let points = line.measured.iter();
        chart
            .draw_series(points.map(|point| Circle::new(*point, 4, colour.filled())))?
            .label(&line.label)
            .legend(|place| Circle::new(place, 4, colour.filled()));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE)
        .draw()?;
    Ok(())
}

/// From the least to the most, with a margin on both sides.
fn span(lines: &[Line], figure: fn(&(f64, f64)) -> f64) -> std::ops::Range<f64> {
    let points = || lines.iter().flat_map(|line| &line.measured).map(figure);
    let least = points().fold(f64::INFINITY, f64::min);
    let most = points().fold(f64::MIN_POSITIVE, f64::max);
    least / 1.5..most * 3.0 // room for the labels
}
