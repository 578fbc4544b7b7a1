package io.sluice.spring;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The observation of one answer, with the names of OpenTelemetry's conventions for generative AI.
 * It has nothing of the prompt or the answer. Thread-safe.
 */
final class AnswerObservation {

  private static final String NONE = "none";
  private static final String RESPONSE_MODEL = "gen_ai.response.model";
  private static final String ERROR_TYPE = "error.type";

  private final Observation observation;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean generating = new AtomicBoolean();

  AnswerObservation(
      Observation observation, ChatTransport transport, String provider, ChatRequest request) {
    this.observation = observation;
    observation
        .contextualName("chat " + request.model())
        .lowCardinalityKeyValues(
            KeyValues.of(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.provider.name",
                provider,
                "gen_ai.request.model",
                request.model(),
                RESPONSE_MODEL,
                NONE,
                ERROR_TYPE,
                NONE))
        .highCardinalityKeyValue("sluice.endpoint", transport.endpoint());
  }

  /** The first chunk is asked for. */
  void started() {
    if (started.compareAndSet(false, true)) {
      observation.start();
    }
  }

  void retried(Retry retry) {
    observation.event(
        Observation.Event.of("sluice.retry", "attempt " + retry.attempt() + " follows"));
  }

  void received(Chunk chunk) {
    if (!generating.get()
        && chunk.deltas().stream().anyMatch(Delta::carriesTokens)
        && generating.compareAndSet(false, true)) {
      observation.event(Observation.Event.of("sluice.first_token", "first token"));
    }
  }

  /** Ends the observation; a stream that was never read has none. */
  void ended(Outcome outcome) {
    if (!started.get()) {
      return;
    }
    Completion answer = outcome.completion();
    if (!answer.model().isEmpty()) {
      observation.lowCardinalityKeyValue(KeyValue.of(RESPONSE_MODEL, answer.model()));
    }
    observation
        .highCardinalityKeyValue("sluice.status", outcome.status().word())
        .highCardinalityKeyValue("sluice.chunks", Long.toString(outcome.chunks()))
        .highCardinalityKeyValue("sluice.attempts", Integer.toString(outcome.timing().attempts()))
        .highCardinalityKeyValue("gen_ai.response.id", answer.id().isEmpty() ? NONE : answer.id())
        .highCardinalityKeyValue("gen_ai.response.finish_reasons", finishReasons(answer));
    answer.usage().ifPresent(usage -> usage(usage.promptTokens(), usage.completionTokens()));
    if (outcome.status() != Status.COMPLETED && outcome.status() != Status.STOPPED) {
      observation.lowCardinalityKeyValue(ERROR_TYPE, errorType(outcome));
      observation.error(new StreamException(outcome));
    }
    observation.stop();
  }

  private void usage(long input, long output) {
    observation
        .highCardinalityKeyValue("gen_ai.usage.input_tokens", Long.toString(input))
        .highCardinalityKeyValue("gen_ai.usage.output_tokens", Long.toString(output));
  }

  private static String finishReasons(Completion answer) {
    return answer.choices().stream()
        .map(Choice::finishReason)
        .map(reason -> reason.map(Object::toString).orElse(NONE))
        .collect(Collectors.joining(","));
  }

  /** A few words only: they are the tag of a meter. */
  private static String errorType(Outcome outcome) {
    return outcome
        .failure()
        .map(
            failure ->
                failure instanceof Failure.Http http
                    ? Integer.toString(http.status())
                    : failure.kind())
        .orElseGet(() -> outcome.status().word());
  }
}
