//! A module tree in an existing crate: two of them side by side, mounted by `include!`, as a `build.rs`
//! would have it; the tables of what the document demands come with the runtime's feature.

use std::fs;

use clientsmith::options::{Form, ManifestOptions, Options, Runtime};
use clientsmith::write::plan_changes;
use clientsmith::{Input, generate};

use crate::application::{Application, workspace};

const PROGRAM: &str = r#"
mod pets { include!(concat!(env!("TREES"), "/pets/mod.rs")); }
mod more { pub mod pets { include!(concat!(env!("TREES"), "/more/mod.rs")); } }

/// Nothing is waited for: nothing is sent.
fn block_on<T>(mut future: std::pin::Pin<Box<dyn Future<Output = T> + Send + '_>>) -> T {
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(output) => output,
        std::task::Poll::Pending => panic!("it waits"),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = pets::Client::builder().base_url("http://localhost").build()?;
    let call = client.update_pet("1", pets::types::PetPatch::new().name("Rex"));
    let long = client.update_pet("12", pets::types::PetPatch::new().name("Rex")).validate(true);
    let refused = block_on(long.into_future()).expect_err("an id that is too long");
    println!("{call:?} {refused}");
    let other = more::pets::Client::builder().base_url("http://localhost").build()?;
    println!("{other:?}");
    Ok(())
}
"#;

const PETS: &str = "\
openapi: 3.0.3
info: { title: Pets, version: 1.0.0 }
paths:
  /pets/{id}:
    patch:
      operationId: updatePet
      parameters: [{ name: id, in: path, required: true, schema: { type: string, maxLength: 1 } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/PetPatch' } } } }
      responses: { '204': { description: Changed. } }
components:
  schemas:
    PetPatch: { type: object, minProperties: 1, properties: { name: { type: string } } }
";

#[test]
fn two_module_trees_live_in_one_crate() {
    let runtime = workspace().join("generator/runtime").display().to_string();
    let line =
        format!("clientsmith-runtime = {{ path = {runtime:?}, features = [\"validate\"] }}\n");
    let application = Application::new("modules", PROGRAM).depending_on(&line);
    let trees = workspace().join("target/downstream/trees");
    for (folder, path) in [("pets", "crate::pets"), ("more", "crate::more::pets")] {
        let mut options = Options::default();
        options.form = Form::Module;
        options.module_path = Some(path.to_owned());
        options.runtime = Runtime::Dependency { path: None };
        let outcome = generate(
            Input::Text {
                name: "pets.yaml",
                text: PETS,
            },
            &options,
        );
        let target = trees.join(folder);
        let _ = fs::remove_dir_all(&target);
        let changes = plan_changes(&outcome.files, &target, &ManifestOptions::default());
        changes
            .and_then(|changes| changes.apply())
            .expect("a module tree");
    }
    let trees = trees.display().to_string();
    let output = application.cargo(&["run", "--quiet"], &[("TREES", &trees)]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Rex"), "{said}");
    let refused = "path parameter `id`: 2 characters, where `maxLength` is `1`";
    assert!(said.contains(refused), "{said}");
}
