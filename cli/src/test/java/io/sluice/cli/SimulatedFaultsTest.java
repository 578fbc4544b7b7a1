package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.simulator.fault.Fault;
import io.sluice.simulator.fault.FaultKind;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of the simulator ends an answer in each API as it does in OpenAI's chat completions. */
@Tag("thorough")
class SimulatedFaultsTest {
  private static final ChatRequest REQUEST =
      ChatRequest.builder("sluice-offline").temperature(0).user("Name three rivers.").build();

  private static final Duration SHORT = Duration.ofMillis(1500);

  /** Behind so many events, each API has said a part of the answer. */
  private static final int EVENTS = 6;

  /** Faults that end no answer at all. */
  private static final Set<String> ENDLESS = Set.of("endless", "endless-headers", "no-headers");

  private static final Set<String> SILENT =
      Set.of("comments-only", "open-after-done", "stall", "stall-finish");

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "finish-early", 1,
          "gzip-bomb", 2,
          "many-choices", 5000,
          "oversized-event", 17_000_000,
          "rate", 1000,
          "slow-first-token", 1,
          "slow-headers", 1,
          "slow-loris", 0,
          "status", 503);

  /**
   * Where an API has another end, and why. The finish is the end itself in Responses and Ollama, so
   * that nothing can be wrong behind it and nothing is left without it. In Gemini only the body's
   * end is the end. Responses and Anthropic have no choices beside which an error could stand, and
   * a bound on the parts of an answer. No object of Gemini or Ollama says that it is the first.
   */
  private static final Map<String, Map<String, String>> EXCEPTIONS =
      Map.of(
          "responses",
          Map.of(
              "error-after-finish", "COMPLETED",
              "error-with-choices", "COMPLETED",
              "many-choices", "FAILED protocol",
              "missing-finish", "TRUNCATED connection"),
          "anthropic",
          Map.of("error-with-choices", "COMPLETED", "many-choices", "FAILED protocol"),
          "gemini",
          Map.of(
              "cut-finish", "TRUNCATED connection",
              "finish-early", "TRUNCATED connection",
              "many-choices", "FAILED protocol",
              "missing-finish", "TRUNCATED connection",
              "open-after-done", "TIMED_OUT timeout",
              "reset-finish", "TRUNCATED connection",
              "splice", "COMPLETED",
              "stall-finish", "TIMED_OUT timeout"),
          "ollama",
          Map.of(
              "error-after-finish", "COMPLETED",
              "missing-finish", "TRUNCATED connection",
              "splice", "COMPLETED"));

  private static SimulatedAnswers answers;

  @BeforeAll
  static void start() {
    answers = new SimulatedAnswers();
  }

  @AfterAll
  static void stop() {
    answers.close();
  }

  static Stream<FaultKind> kinds() {
    return Fault.kinds().stream().filter(kind -> !ENDLESS.contains(kind.name()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFaultEndsAsInTheUsualDialect(FaultKind kind) {
    StreamOptions options = options(kind);
    CompletableFuture<String> usual = end("openai", options);
    List<CompletableFuture<String>> others =
        SimulatedAnswers.OTHERS.stream().map(dialect -> end(dialect, options)).toList();

    for (int i = 0; i < others.size(); i++) {
      String dialect = SimulatedAnswers.OTHERS.get(i);
      Optional<String> exception =
          Optional.ofNullable(EXCEPTIONS.getOrDefault(dialect, Map.of()).get(kind.name()));
      assertThat(others.get(i).join())
          .as("%s in %s", kind, dialect)
          .isEqualTo(exception.orElseGet(usual::join));
    }
  }

  private static StreamOptions options(FaultKind kind) {
    String number =
        kind.usage().endsWith("=K") ? "=" + EVENTS : kind.name().equals("freeze") ? "=0,0" : "";
    Optional<Integer> other = Optional.ofNullable(NUMBERS.get(kind.name()));
    String fault = kind.name() + other.map(it -> "=" + it).orElse(number);
    StreamOptions options = StreamOptions.defaults().header("X-Simulate", fault);
    return SILENT.contains(kind.name()) ? options.timeouts(impatient()) : options;
  }

  private static Timeouts impatient() {
    return Timeouts.defaults().idle(SHORT).afterFinish(SHORT).total(SHORT.multipliedBy(3));
  }

  /** How the answer ended, and with which kind of failure. */
  private static CompletableFuture<String> end(String dialect, StreamOptions options) {
    return CompletableFuture.supplyAsync(
        () -> {
          Outcome outcome = answers.outcome(dialect, REQUEST, options);
          return outcome.status()
              + outcome.failure().map(Failure::kind).map(kind -> " " + kind).orElse("");
        });
  }
}
