package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a dialect owes for every body of an answer: it says the same wherever reads split it, and
 * what is cut is never more than the whole said. The tests of a dialect extend it and give bodies.
 */
public abstract class DialectContract {

  /** The most bytes of a body that is split at every byte, and cut behind every byte. */
  private static final int SMALL = 4_000;

  private static final Pattern END = Pattern.compile("\\s*(data: *\\[DONE]\\s*)?$");

  /** The most cuts of one body. */
  private static final int MOST_CUTS = 600;

  /** For the tests of a dialect. */
  protected DialectContract() {}

  /** The dialect. */
  protected abstract Dialect dialect();

  /** Makes decoders for its framing. */
  protected abstract BodyDecoder.Factory decoders();

  /** Bodies of answers, by a name for each. */
  protected abstract Map<String, byte[]> bodies();

  /** Plays a body as one read. */
  protected final Outcome played(byte[] body) {
    return PlayedBody.outcome(dialect(), decoders(), body);
  }

  @TestFactory
  Stream<DynamicTest> aBodySaysTheSameByteByByte() {
    return each(
        body -> {
          int[] all = IntStream.range(0, body.length).toArray();
          isAs(played(body), PlayedBody.outcome(dialect(), decoders(), body, limited(body, all)));
        });
  }

  @TestFactory
  Stream<DynamicTest> aSmallBodySaysTheSameAtEverySplit() {
    return each(
        body -> {
          Outcome whole = played(body);
          for (int split = 1; body.length <= SMALL && split < body.length; split += step(body)) {
            isAs(whole, PlayedBody.outcome(dialect(), decoders(), body, split));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aCutBodySaysABeginningOfTheWhole() {
    return each(
        body -> {
          Outcome whole = played(body);
          for (int cut = 0; cut < body.length; cut += step(body)) {
            byte[] start = Arrays.copyOf(body, cut);
            Outcome outcome = PlayedBody.outcome(dialect(), decoders(), start);
            assertThat(whole.completion().text()).startsWith(outcome.completion().text());
            if (outcome.status() == Status.COMPLETED) {
              assertThat(mayEnd(body, cut))
                  .as("completed when cut behind %d of %d bytes", cut, body.length)
                  .isTrue();
            }
          }
        });
  }

  /**
   * Whether an answer may be complete whose body is cut there. By default, if only blanks or an end
   * marker follow; a dialect whose answers end with the body overrides this.
   */
  protected boolean mayEnd(byte[] body, int cut) {
    String whole = new String(body, StandardCharsets.ISO_8859_1);
    return cut >= END.matcher(whole).replaceFirst("").length();
  }

  private Stream<DynamicTest> each(Check check) {
    return bodies().entrySet().stream()
        .map(body -> DynamicTest.dynamicTest(body.getKey(), () -> check.check(body.getValue())));
  }

  private static int step(byte[] body) {
    return 1 + body.length / MOST_CUTS;
  }

  private static int[] limited(byte[] body, int... all) {
    return body.length <= 4 * SMALL ? all : Arrays.copyOf(all, SMALL);
  }

  private static void isAs(Outcome whole, Outcome split) {
    assertThat(split.completion()).isEqualTo(whole.completion());
    assertThat(split.status()).isEqualTo(whole.status());
    assertThat(split.failure()).isEqualTo(whole.failure());
    assertThat(split.chunks()).isEqualTo(whole.chunks());
  }

  /** Looks at one body. */
  @FunctionalInterface
  private interface Check {
    void check(byte[] body) throws Exception;
  }
}
