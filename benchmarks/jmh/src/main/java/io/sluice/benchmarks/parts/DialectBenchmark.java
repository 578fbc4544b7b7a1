package io.sluice.benchmarks.parts;

import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.time.Duration;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** From an event of text to its chunk, in each dialect. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DialectBenchmark {

  @Param DialectEvents dialect;

  private Dialect.Reader reader;
  private WireEvent[] events;
  private Dialect.Receiver receiver;
  private long chunks;

  @Setup
  public void make(Blackhole hole) {
    reader = dialect.dialect().reader();
    events = dialect.events();
    receiver =
        new Dialect.Receiver() {
          @Override
          public void chunk(Chunk chunk) {
            chunks++;
            hole.consume(chunk);
          }

          @Override
          public void irregular(Irregularity.Kind kind) {
            hole.consume(kind);
          }

          @Override
          public void done() {
            throw new IllegalStateException("the events of text ended the answer");
          }

          @Override
          public void failed(Failure failure) {
            throw new IllegalStateException(failure.message());
          }
        };
    chunks();
    if (chunks != DialectEvents.COUNT) {
      throw new IllegalStateException("only " + chunks + " of the events are text");
    }
  }

  @Benchmark
  @OperationsPerInvocation(DialectEvents.COUNT)
  public void chunks() {
    for (WireEvent event : events) {
      DialectEvents.rewind(event);
      reader.read(event, Duration.ZERO, receiver);
    }
  }
}
