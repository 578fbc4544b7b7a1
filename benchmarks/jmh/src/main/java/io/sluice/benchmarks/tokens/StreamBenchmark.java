package io.sluice.benchmarks.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A whole stream, counted in every way there is. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class StreamBenchmark {

  /** Counting anew at each delta is quadratic: a longer stream would take hours. */
  private static final int TRIED_NAIVELY = 1_000;

  @Param({"O200K_BASE", "CL100K_BASE"})
  TokenEncoding encoding;

  @Param({"ENGLISH", "CODE", "MIXED"})
  Corpus corpus;

  private static final int TOKENS = 131_072;

  private Encoding jtokkit;
  private String[] deltas;
  private String whole;

  @Setup(Level.Trial)
  public void read() {
    jtokkit = Encodings.newLazyEncodingRegistry().getEncoding(encoding.word()).orElseThrow();
    deltas = corpus.deltas(encoding, TOKENS);
    whole = String.join("", deltas);
  }

  @Benchmark
  public long live() {
    var counter = TokenCounter.of(encoding);
    long sum = 0;
    for (String delta : deltas) {
      sum += counter.append(delta).count();
    }
    return sum;
  }

  @Benchmark
  public long once() {
    return TokenCounter.count(encoding, whole);
  }

  @Benchmark
  public long jtokkitOnce() {
    return jtokkit.countTokensOrdinary(whole);
  }

  @Benchmark
  public long jtokkitAtEachOfThousandDeltas() {
    var text = new StringBuilder();
    long sum = 0;
    for (int i = 0; i < TRIED_NAIVELY; i++) {
      sum += jtokkit.countTokensOrdinary(text.append(deltas[i]).toString());
    }
    return sum;
  }
}
