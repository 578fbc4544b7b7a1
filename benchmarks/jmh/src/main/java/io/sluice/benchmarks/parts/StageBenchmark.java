package io.sluice.benchmarks.parts;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A chunk from memory through a stage; what it costs without any stands in the line of {@code NONE}.
 * Run it with {@code -prof gc} for the bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StageBenchmark {

  @Param StageChoice stage;

  private final MemoryTransport transport = new MemoryTransport(Payloads.REPEATED.payloads());

  @Benchmark
  @OperationsPerInvocation(MemoryTransport.CHUNKS)
  public PipelineResult stream() {
    Pipeline.Builder pipeline = Pipeline.from(transport).to("measured", chunk -> {});
    stage.addTo(pipeline);
    return pipeline.build().run(ChatRequest.of("memory", "Write a haiku about coding."));
  }
}
