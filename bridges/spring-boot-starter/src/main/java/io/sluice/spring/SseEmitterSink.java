package io.sluice.spring;

import io.sluice.json.JsonWriter;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends an answer to a browser as server-sent events of Spring MVC. Each chunk is an event whose
 * data is the chunk's JSON: plain text would lose its leading blanks. The last event has the type
 * {@code end} and says how the stream ended: {@code {"status":"completed"}}, or another status and
 * the category of the failure. A page that has got it closes its {@code EventSource}, which would
 * ask again otherwise.
 *
 * <p>In silence the sink sends comments. So it notices within a second that the client has left,
 * and stops the run, other sinks included; the sink then fails with the exception of the emitter.
 *
 * <p>Mutable; for one run. Make the emitter with {@code new SseEmitter(0L)}, so that the server
 * does not end long answers: Sluice's timeouts do.
 */
public final class SseEmitterSink implements Sink {

  /** Two writes show that a client has left: the first has it answer that it is gone. */
  private static final Duration USUAL_HEARTBEAT = Duration.ofMillis(300);

  private static final MediaType UTF_8 = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final SseEmitter emitter;
  private final Duration heartbeat;
  private volatile Optional<StreamContext> run = Optional.empty();

  private SseEmitterSink(SseEmitter emitter, Duration heartbeat) {
    this.emitter = emitter;
    this.heartbeat = heartbeat;
  }

  /**
   * A sink that sends to {@code emitter} and completes it, with a comment each 300 ms of silence.
   */
  public static SseEmitterSink to(SseEmitter emitter) {
    return new SseEmitterSink(Objects.requireNonNull(emitter, "emitter"), USUAL_HEARTBEAT);
  }

  /**
   * A copy with another time of silence after which a comment is sent, at least 100 ms. A client
   * that leaves in silence is noticed after up to twice that time.
   */
  public SseEmitterSink heartbeat(Duration silence) {
    return new SseEmitterSink(emitter, Objects.requireNonNull(silence, "silence"));
  }

  @Override
  public void onOpen(StreamContext context) {
    run = Optional.of(context);
    emitter.onCompletion(context::stop);
    emitter.onTimeout(context::stop);
    emitter.onError(failure -> context.stop());
  }

  @Override
  public Optional<Duration> idleInterval() {
    return Optional.of(heartbeat);
  }

  @Override
  public void onIdle(Duration silence) throws IOException {
    send(SseEmitter.event().comment(""));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    send(SseEmitter.event().data(chunk.json(), UTF_8));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    send(SseEmitter.event().name("end").data(end(outcome), UTF_8));
  }

  /** The message of a failure is for the operator, and stays here. */
  private static String end(Outcome outcome) {
    return JsonWriter.object(
        out ->
            out.field("status", outcome.status().word())
                .field(
                    "category",
                    outcome.failure().map(Failure::category).map(FailureCategory::word)));
  }

  private void send(SseEmitter.SseEventBuilder event) throws IOException {
    try {
      emitter.send(event);
    } catch (IOException | IllegalStateException left) {
      run.ifPresent(StreamContext::stop);
      throw left;
    }
  }

  @Override
  public void close() {
    emitter.complete();
  }
}
