package io.sluice.telemetry;

import io.sluice.chat.ChatRequest;
import io.sluice.observe.ObservedStream;
import io.sluice.sink.StreamContext;
import io.sluice.stream.StreamOptions.Form;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run as it begins, whether a sink was opened for it or an observer of the transport was told.
 *
 * @param facts what holds for all that is told of the run
 * @param started when it began
 * @param form whether the answer is asked for in pieces
 * @param id the run's name; empty of a stream that belongs to no pipeline
 * @param request what is asked, if that is known
 * @param attributes what the caller says of the run
 * @param parent the trace or span that the run belongs to, if the caller gave one
 */
public record RunStart(
    RunFacts facts,
    Instant started,
    Form form,
    Optional<String> id,
    Optional<ChatRequest> request,
    Map<String, String> attributes,
    Optional<Object> parent) {

  /** Copies the map; refuses null. */
  public RunStart {
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(started, "started");
    attributes = Map.copyOf(attributes);
  }

  /** The start of the run of a pipeline. */
  public static RunStart of(StreamContext run) {
    return new RunStart(
        RunFacts.of(run.endpoint(), run.dialect(), run.request()),
        run.started(),
        run.form(),
        Optional.of(run.id()),
        run.request(),
        run.attributes(),
        run.parent());
  }

  /** The start of a stream of a transport. */
  public static RunStart of(ObservedStream stream, Instant now) {
    Optional<ChatRequest> request = Optional.of(stream.request());
    return new RunStart(
        RunFacts.of(stream.endpoint(), stream.dialect(), request),
        now,
        stream.options().form(),
        Optional.empty(),
        request,
        stream.options().attributes(),
        Optional.empty());
  }

  /** This start with another name of the provider. */
  public RunStart provider(String name) {
    return new RunStart(facts.provider(name), started, form, id, request, attributes, parent);
  }
}
