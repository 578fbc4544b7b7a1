/** Measures what a server of language models can take, and vouches for its figures. */
@SuppressWarnings("requires-automatic") // HdrHistogram names no module
module io.sluice.bench {
  requires transitive io.sluice.core;
  requires HdrHistogram;
  requires java.management;
  requires jdk.management;
  requires static org.jspecify;

  exports io.sluice.bench.audit;
  exports io.sluice.bench.html;
  exports io.sluice.bench.load;
  exports io.sluice.bench.measure;
  exports io.sluice.bench.report;
  exports io.sluice.bench.run;
  exports io.sluice.bench.workload;
}
