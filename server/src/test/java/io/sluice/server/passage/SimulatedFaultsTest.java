package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import io.sluice.simulator.fault.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong at a server reaches the client as it is, directly or through the passage. */
class SimulatedFaultsTest {

  private static final String ASKED =
      "{\"model\":\"sluice-offline\",\"stream\":true,\"seed\":7,\"temperature\":0,\"max_tokens\":40,\"messages\":[{\"role\":\"user\",\"content\":\"Say"
          + " something.\"}]}";

  private static final Simulator UPSTREAM = recorded();
  private static final PassageRig RIG = PassageRig.to(UPSTREAM.baseUrl().toString());

  /** What is given in place of the usual values, which take long. */
  private static final Map<String, String> VALUES =
      Map.of(
          "slow-loris", "=0",
          "slow-headers", "=5",
          "slow-first-token", "=5",
          "finish-early", "=5",
          "freeze", "=0,0",
          "rate", "=10000",
          "oversized-event", "=300000",
          "gzip-bomb", "=2",
          "many-choices", "=500");

  /** There is no answer to pass on, so that the passage gives one of its own. */
  private static final Set<String> WITHOUT_ANSWER = Set.of("no-headers", "endless-headers");

  /** How much of an answer without end is looked at. */
  private static final Map<String, Predicate<String>> ENOUGH =
      Map.of(
          "endless", body -> body.length() > 100_000,
          "endless-line", body -> body.length() > 100_000,
          "stall", body -> body.split("\n\n", -1).length > 3,
          "stall-finish", body -> body.contains("finish_reason\":\"") && body.endsWith("\n\n"),
          "open-after-done", body -> body.endsWith("[DONE]\n\n"),
          "comments-only", body -> body.contains("keep-alive"));

  @AfterAll
  static void close() {
    RIG.close();
    UPSTREAM.close();
  }

  static Stream<String> faults() {
    return Fault.kinds().stream()
        .map(FaultKind::name)
        .filter(name -> !WITHOUT_ANSWER.contains(name));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everyFaultComesThroughAsItIs(String fault) throws IOException {
    Predicate<String> enough = ENOUGH.getOrDefault(fault, body -> false);
    String simulate = "X-Simulate: " + fault + VALUES.getOrDefault(fault, "") + "\r\n";

    WireAnswer direct = WireAnswer.to(UPSTREAM.port(), request(UPSTREAM.port(), simulate), enough);
    WireAnswer through = WireAnswer.to(RIG.port(), request(RIG.port(), simulate), enough);

    assertThat(through.status()).isEqualTo(direct.status());
    assertThat(through.passedFields()).isEqualTo(direct.passedFields());
    assertThat(head(through, direct)).isEqualTo(head(direct, through));
    assertThat(through.how()).isEqualTo(direct.how());
  }

  @Test
  void headersWithoutEndAreRefused() throws IOException {
    String request = request(RIG.port(), "X-Simulate: endless-headers\r\n");

    WireAnswer answer = WireAnswer.to(RIG.port(), request, body -> false);

    assertThat(answer.status()).startsWith("HTTP/1.1 502 ");
    assertThat(answer.body()).contains("upstream_unreachable").contains("64 KiB");
  }

  /** Each answer of the offline model has a name of its own; a recorded one is the same twice. */
  private static Simulator recorded() {
    try (Simulator model = Simulator.start()) {
      WireAnswer healthy = WireAnswer.to(model.port(), request(model.port(), ""), body -> false);
      return Simulator.builder()
          .replayBytes(healthy.body().getBytes(ISO_8859_1), "text/event-stream")
          .start();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Of an answer without end, more or less may have come when enough had, and systems drop some of
   * what came before a reset. What is spliced into an answer has a new name each time.
   */
  private static String head(WireAnswer one, WireAnswer other) {
    String named = one.body().replaceAll("chatcmpl-[0-9a-f]{16}", "chatcmpl-…");
    boolean part = one.how() == WireAnswer.Ending.LEFT || one.how() == WireAnswer.Ending.RESET;
    return part
        ? named.substring(
            0,
            Math.min(named.length(), Math.min(one.body().length(), other.body().length()) * 9 / 10))
        : named;
  }

  private static String request(int port, String more) {
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\n"
        + more
        + "Content-Type: application/json\r\nContent-Length: "
        + ASKED.length()
        + "\r\n\r\n"
        + ASKED;
  }
}
