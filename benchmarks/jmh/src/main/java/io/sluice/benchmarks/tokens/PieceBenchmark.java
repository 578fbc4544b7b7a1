package io.sluice.benchmarks.tokens;

import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A piece that does not end, counted after each of its 100,000 characters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PieceBenchmark {

  private static final int CHARACTERS = 100_000;

  @Param({"O200K_BASE", "CL100K_BASE"})
  TokenEncoding encoding;

  @Param({"BLANKS", "LINE_ENDS", "LETTERS", "HAN", "SIGNS", "CAPITALS_AFTER_HAN"})
  Kind kind;

  /** What the piece is made of. */
  public enum Kind {
    BLANKS(" "),
    LINE_ENDS("\n"),
    LETTERS("qjxzvkwy"),
    HAN("静水流深"),
    SIGNS("=-"),
    CAPITALS_AFTER_HAN("静ABC");

    private final String characters;

    Kind(String characters) {
      this.characters = characters;
    }
  }

  @Benchmark
  public long countAtEachCharacter() {
    var counter = TokenCounter.of(encoding);
    String[] deltas = kind.characters.split("");
    long sum = 0;
    for (int i = 0; i < CHARACTERS; i++) {
      sum += counter.append(deltas[i % deltas.length]).count();
    }
    return sum;
  }
}
