//! `npm run bench:native -- --criterion`: times of the core on this machine.

use criterion::{BatchSize, Criterion, Throughput};
use invoscope_bench::JOBS;
use std::path::Path;

fn main() {
    let payloads = std::env::var("INVOSCOPE_PAYLOADS").expect("the folder of the payloads");
    let mut criterion = Criterion::default().configure_from_args();
    for payload in ["P1", "P2", "P3"] {
        let body =
            std::fs::read(Path::new(&payloads).join(format!("{payload}.json"))).expect("a payload");
        let mut group = criterion.benchmark_group(payload);
        group.throughput(Throughput::Bytes(body.len() as u64));
        for job in &JOBS {
            group.bench_function(job.name, |bencher| {
                bencher.iter_batched_ref(
                    || (job.prepare)(&body),
                    |store| (job.run)(store, &body),
                    BatchSize::LargeInput,
                );
            });
        }
        group.finish();
    }
    criterion.final_summary();
}
