package io.sluice.transcript;

import io.sluice.chat.Json;
import io.sluice.json.CompletionJson;
import io.sluice.json.JsonWriter;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the result of a run as one JSON object on one line. It is the answer in the shape of
 * {@link CompletionJson}, followed by the members of {@link #with} and by {@code sluice}, an object
 * that says how the run ended. The members of {@code sluice} are, in this order:
 *
 * <ul>
 *   <li>{@code id}, {@code started}, {@code endpoint}: strings that name the run; with {@link #run}
 *   <li>{@code status}: a word such as {@code "completed"}
 *   <li>{@code error}: an object with {@code type} and {@code message}, and what that type has
 *       besides; absent of a run that completed or was stopped
 *   <li>{@code chunks}, {@code attempts}: how many chunks were delivered, and requests sent
 *   <li>{@code resent}: how many requests were sent again uncounted; absent if none
 *   <li>{@code offline}: true or false; with {@link #offline} or {@link #online}
 *   <li>{@code timing}: an object of marks in milliseconds; one that was never set is absent
 *   <li>{@code head}: the status, the request id, the rate limits and the header fields of the last
 *       response; absent if none came
 *   <li>{@code tokens}: the count of {@link #tokens}
 *   <li>{@code cost}: the cost of {@link #cost}
 *   <li>{@code irregularities}: a list of objects with {@code kind} and {@code times}
 *   <li>{@code sink_failures}: a list of objects with {@code sink}, {@code phase} and {@code
 *       message}; with {@link #sinkFailures}
 * </ul>
 *
 * <p>The members of {@code error}, {@code timing} and {@code head}, and the kinds of
 * irregularities, are those of a transcript ({@code docs/transcript-format.md}). Mutable; for one
 * thread.
 */
public final class ResultJson {

  private final Outcome outcome;
  private final Map<String, Json> more = new LinkedHashMap<>();
  private Optional<StreamContext> run = Optional.empty();
  private Optional<Boolean> offline = Optional.empty();
  private Optional<Json> tokens = Optional.empty();
  private Optional<Json> cost = Optional.empty();
  private Optional<List<SinkFailure>> sinkFailures = Optional.empty();

  private ResultJson(Outcome outcome) {
    this.outcome = outcome;
  }

  /** Returns the result of a run with that outcome. */
  public static ResultJson of(Outcome outcome) {
    return new ResultJson(Objects.requireNonNull(outcome, "outcome"));
  }

  /**
   * Writes the members that say how a run ended, as the end line of a transcript has them: {@code
   * status}, {@code error}, {@code chunks}, {@code attempts}, {@code resent}, {@code
   * finish_reasons}, {@code usage}, {@code timing}, {@code head} and {@code irregularities}.
   */
  public static void end(JsonWriter text, TranscriptLine.EndLine end) {
    OutcomeJson.ending(text, end.status(), end.failure(), end.chunks(), end.timing());
    text.field("finish_reasons", OutcomeJson.finishReasons(end.finishReasons()));
    end.usage().ifPresent(usage -> text.field("usage", usage.json()));
    text.field("timing", OutcomeJson.timing(end.timing()));
    end.head().ifPresent(head -> text.field("head", HeadJson.write(head)));
    text.field("irregularities", OutcomeJson.irregularities(end.irregularities()));
  }

  /** This result, with the id, the start and the endpoint of its run. */
  public ResultJson run(StreamContext context) {
    run = Optional.of(context);
    return this;
  }

  /** This result, saying that a built-in model answered and nothing left the machine. */
  public ResultJson offline() {
    offline = Optional.of(true);
    return this;
  }

  /** This result, saying that a server answered, or that a record of an answer was played. */
  public ResultJson online() {
    offline = Optional.of(false);
    return this;
  }

  /** This result, with a count of tokens, which is one JSON value. */
  public ResultJson tokens(Json count) {
    tokens = Optional.of(count);
    return this;
  }

  /** This result, with what the run cost, which is one JSON value. */
  public ResultJson cost(Json amount) {
    cost = Optional.of(amount);
    return this;
  }

  /** This result, with what sinks threw; an empty list is written, too. */
  public ResultJson sinkFailures(List<SinkFailure> failures) {
    sinkFailures = Optional.of(List.copyOf(failures));
    return this;
  }

  /**
   * This result, with a member more beside {@code sluice}. It takes the place of an unmodelled
   * field of the answer that has its name.
   */
  public ResultJson with(String name, Json value) {
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, name));
    return this;
  }

  /** Returns the object, without a line feed. */
  public String text() {
    Map<String, Json> members = new LinkedHashMap<>(more);
    members.put("sluice", JsonWriter.json(this::write));
    return CompletionJson.write(outcome.completion(), members);
  }

  /**
   * Returns the object {@code sluice} alone, for a line that has the answer in another place. What
   * {@link #with} set is no part of it.
   *
   * @param further writes members behind the others
   */
  public Json ending(Consumer<JsonWriter> further) {
    return JsonWriter.json(
        text -> {
          write(text);
          further.accept(text);
        });
  }

  private void write(JsonWriter text) {
    run.ifPresent(
        context ->
            text.field("id", context.id())
                .field("started", context.started().toString())
                .field("endpoint", context.endpoint()));
    OutcomeJson.ending(
        text, outcome.status(), outcome.failure(), outcome.chunks(), outcome.timing());
    offline.ifPresent(answer -> text.flag("offline", answer));
    text.field("timing", OutcomeJson.timing(outcome.timing()));
    outcome.head().ifPresent(head -> text.field("head", HeadJson.write(head)));
    tokens.ifPresent(count -> text.field("tokens", count));
    cost.ifPresent(amount -> text.field("cost", amount));
    text.field("irregularities", OutcomeJson.irregularities(outcome.irregularities()));
    sinkFailures.ifPresent(
        failures -> text.objects("sink_failures", failures, ResultJson::failure));
  }

  private static void failure(JsonWriter text, SinkFailure failure) {
    text.field("sink", failure.sink())
        .field("phase", failure.phase().word())
        .field("message", failure.message());
  }
}
