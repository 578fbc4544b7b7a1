package io.sluice.benchmarks.tokens;

import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One delta more and its count, after so many tokens. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 15)
@Fork(1)
public class DeltaBenchmark {

  private static final int DELTAS = 10_000;

  @Param({"O200K_BASE", "CL100K_BASE"})
  TokenEncoding encoding;

  @Param({"ENGLISH", "CODE", "MIXED"})
  Corpus corpus;

  @Param({"1000", "8000", "32000", "128000"})
  int after;

  private static final int LONGEST = 128_000;

  private String[] deltas;
  private TokenCounter counter;

  /** The code must be as warm for a short text as for a long one. */
  @Setup(Level.Trial)
  public void read() {
    deltas = corpus.deltas(encoding, LONGEST + DELTAS);
    counter = TokenCounter.of(encoding);
    for (int i = 0; i < 20; i++) {
      counter.clear();
      for (String delta : deltas) {
        counter.append(delta).count();
      }
    }
  }

  @Setup(Level.Invocation)
  public void feed() {
    counter.clear();
    for (int i = 0; i < after; i++) {
      counter.append(deltas[i]).count();
    }
  }

  @Benchmark
  @OperationsPerInvocation(DELTAS)
  public long appendAndCount() {
    long sum = 0;
    for (int i = after; i < after + DELTAS; i++) {
      sum += counter.append(deltas[i]).count();
    }
    return sum;
  }
}
