//! `invoscope-bench JOB FILE`: one job over one answer, once, for callgrind.

use invoscope_bench::JOBS;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, file] = arguments.as_slice() else { panic!("expected JOB and FILE") };
    let job = JOBS.iter().find(|job| job.name == name).expect("a job of that name");
    let body = std::fs::read(file).expect("a readable file");
    let mut store = (job.prepare)(&body);
    measured(job.run, &mut store, &body);
}

/// Callgrind counts what is done in here, and nothing before or after it.
#[inline(never)]
fn measured(
    run: fn(&mut invoscope::store::Store, &[u8]),
    store: &mut invoscope::store::Store,
    body: &[u8],
) {
    run(store, body);
}
