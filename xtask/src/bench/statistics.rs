//! Figures of several runs, and what is made of them: medians, geometric means, a line through points.

use serde::{Deserialize, Serialize};

use super::process::Run;

/// What the same thing took several times: the medians.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Series {
    /// How often it was run.
    pub(super) runs: usize,
    /// By the clock on the wall.
    pub(super) seconds: f64,
    /// CPU time.
    pub(super) cpu_seconds: f64,
    /// The lowest and the highest CPU time.
    pub(super) cpu_range: (f64, f64),
    /// Peak memory.
    pub(super) megabytes: f64,
}

/// What takes longer than this is run once where it is a rival's.
const LONG_SECONDS: f64 = 60.0;

/// How often things are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// So often.
    Times(usize),
    /// So often, but once where it takes long.
    ShortTimes(usize),
}

impl Series {
    /// Runs something as often as asked.
    ///
    /// # Errors
    ///
    /// One of the runs fails.
    pub(super) fn take(
        repeat: Repeat,
        mut run: impl FnMut() -> Result<Run, String>,
    ) -> Result<Self, String> {
        let (times, longest) = match repeat {
            Repeat::Times(times) => (times, f64::INFINITY),
            Repeat::ShortTimes(times) => (times, LONG_SECONDS),
        };
        let mut runs = vec![run()?];
        while runs.len() < times && runs.iter().all(|run| run.usage.cpu_seconds < longest) {
            runs.push(run()?);
        }
        Ok(Self::of(&runs))
    }

    /// The medians of runs.
    fn of(runs: &[Run]) -> Self {
        let figure = |figure: fn(&Run) -> f64| runs.iter().map(figure).collect::<Vec<_>>();
        let cpu = figure(|run| run.usage.cpu_seconds);
        Self {
            runs: runs.len(),
            seconds: median(&figure(|run| run.seconds)),
            cpu_seconds: median(&cpu),
            cpu_range: (
                cpu.iter().copied().fold(f64::INFINITY, f64::min),
                cpu.iter().copied().fold(0.0, f64::max),
            ),
            megabytes: median(&figure(|run| run.usage.peak_megabytes)),
        }
    }
}

/// The one in the middle; of two the mean. 0 of none.
pub(super) fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = values.get(middle).copied().unwrap_or_default();
    match values.len() % 2 {
        0 => {
            (values
                .get(middle.wrapping_sub(1))
                .copied()
                .unwrap_or_default()
                + upper)
                / 2.0
        }
        _ => upper,
    }
}

/// The geometric mean; `None` of none, and where one is not above 0.
pub(super) fn geometric_mean(values: &[f64]) -> Option<f64> {
    let all = !values.is_empty() && values.iter().all(|value| *value > 0.0);
    all.then(|| {
        let sum: f64 = values.iter().map(|value| value.ln()).sum();
        (sum / values.len() as f64).exp()
    })
}

/// A plane: what there is where nothing is, and what each more of two things costs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Plane {
    /// Where nothing is.
    pub(super) start: f64,
    /// By each of the two.
    pub(super) slopes: [f64; 2],
}

impl Plane {
    /// The plane through the points, as `through` has it; where that says that more of one thing costs less, the two
    /// go together too much to be told apart, and the first bears all of the cost.
    pub(super) fn fitted(points: &[([f64; 2], f64)]) -> Option<Self> {
        let plane = Self::through(points);
        let plausible = plane.filter(|plane| plane.slopes.iter().all(|slope| *slope >= 0.0));
        plausible.or_else(|| {
            // a second thing that is not there: its equation says that it costs nothing
            let mut rows = Self::equations(points, |[first, _]| [first, 0.0]);
            rows[2] = [0.0, 0.0, 1.0, 0.0];
            Self::solved(rows)
        })
    }

    /// The plane from which the points are least away, each by its share of the height (weights 1/y²), so that small
    /// ones count as much as large ones. `None` where the points do not settle it.
    pub(super) fn through(points: &[([f64; 2], f64)]) -> Option<Self> {
        Self::solved(Self::equations(points, |place| place))
    }

    /// The normal equations, the right hand side as a fourth column.
    fn equations(
        points: &[([f64; 2], f64)],
        place: impl Fn([f64; 2]) -> [f64; 2],
    ) -> [[f64; 4]; 3] {
        let mut rows = [[0.0; 4]; 3];
        for (at, height) in points {
            let [first, second] = place(*at);
            let terms = [1.0, first, second, *height];
            let weight = 1.0 / height.max(f64::MIN_POSITIVE).powi(2);
            for (row, left) in rows.iter_mut().zip(terms) {
                for (cell, right) in row.iter_mut().zip(terms) {
                    *cell += weight * left * right;
                }
            }
        }
        rows
    }

    fn solved(rows: [[f64; 4]; 3]) -> Option<Self> {
        let [start, first, second] = solve(rows)?;
        Some(Self {
            start,
            slopes: [first, second],
        })
    }

    /// Its height at a place.
    pub(super) fn at(self, place: [f64; 2]) -> f64 {
        let [first, second] = self.slopes;
        self.start + first * place[0] + second * place[1]
    }
}

/// Solves three equations by Cramer's rule.
fn solve(rows: [[f64; 4]; 3]) -> Option<[f64; 3]> {
    let without = |column: usize| {
        let mut matrix = [[0.0; 3]; 3];
        for (row, cells) in matrix.iter_mut().zip(rows) {
            let [a, b, c, right] = cells;
            *row = [a, b, c];
            if let Some(cell) = row.get_mut(column) {
                *cell = right;
            }
        }
        determinant(matrix)
    };
    let whole = without(3); // no column is replaced
    let settled = whole.abs() > f64::MIN_POSITIVE;
    settled.then(|| [0, 1, 2].map(|column| without(column) / whole))
}

fn determinant([[a, b, c], [d, e, f], [g, h, i]]: [[f64; 3]; 3]) -> f64 {
    a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(&[]), 0.0);
    }

    #[test]
    fn the_geometric_mean_is_of_ratios() {
        let mean = geometric_mean(&[0.5, 2.0, 8.0]).unwrap_or_default();
        assert!((mean - 2.0).abs() < 1e-12, "{mean}");
        assert_eq!(geometric_mean(&[1.0, 0.0]), None);
    }

    #[test]
    fn a_plane_goes_through_points_on_it() {
        let height = |x: f64, y: f64| 2.0 + 0.5 * x + 0.25 * y;
        let places = [
            [10.0, 40.0],
            [100.0, 90.0],
            [1000.0, 1500.0],
            [2000.0, 1600.0],
        ];
        let points = places.map(|[x, y]| ([x, y], height(x, y)));
        let plane = Plane::through(&points);
        let plane = plane.map(|plane| [plane.start, plane.slopes[0], plane.slopes[1]]);
        let [start, first, second] = plane.unwrap_or_default();
        assert!((start - 2.0).abs() < 1e-6, "{start}");
        assert!((first - 0.5).abs() < 1e-8 && (second - 0.25).abs() < 1e-8);
        assert_eq!(Plane::through(&[([1.0, 1.0], 1.0)]), None);
    }

    #[test]
    fn what_goes_together_is_borne_by_the_first() {
        let points = [10.0, 100.0, 1000.0].map(|x| ([x, 3.0 * x], 2.0 + x));
        let plane = Plane::fitted(&points);
        let plane = plane.map(|plane| (plane.start.round(), plane.slopes.map(f64::round)));
        assert_eq!(plane, Some((2.0, [1.0, 0.0])));
    }
}
