package io.sluice.transcript;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.ResponseHead;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a transcript, as a {@link TranscriptReader} reads it. Line types beyond these are
 * passed over. A minor version may add cases, so a switch over them needs a default.
 */
public sealed interface TranscriptLine {

  /**
   * Reads one line of a transcript by itself, wherever it stands in its record. A {@link
   * TranscriptReader} also checks the order of lines.
   *
   * @param line one JSON object, with or without its line feed
   * @return the line; empty if this version does not know its type
   * @throws IllegalArgumentException in one line, if the text is no JSON object, or if the object
   *     lacks what its type needs or is of an unknown version
   */
  static Optional<TranscriptLine> parse(String line) {
    return LineParser.parse(line);
  }

  /** The first line of a record, which describes the run. Immutable; equal by its values. */
  final class OpenLine implements TranscriptLine {

    private final String id;
    private final Optional<Instant> started;
    private final String endpoint;
    private final String dialect;
    private final Optional<ChatRequest> request;
    private final Map<String, String> attributes;

    OpenLine(
        String id,
        Optional<Instant> started,
        String endpoint,
        String dialect,
        Optional<ChatRequest> request,
        Map<String, String> attributes) {
      this.id = id;
      this.started = started;
      this.endpoint = endpoint;
      this.dialect = dialect;
      this.request = request;
      this.attributes = Collections.unmodifiableMap(attributes);
    }

    /** The run's name, empty if the line has none. */
    public String id() {
      return id;
    }

    /** The time at which the run began; absent if the line does not say. */
    public Optional<Instant> started() {
      return started;
    }

    /** The source of the answer: a URL or a file; empty if the line does not say. */
    public String endpoint() {
      return endpoint;
    }

    /**
     * What the payloads are in, {@value TranscriptWriter#STANDARD_DIALECT} if the line does not
     * say.
     */
    public String dialect() {
      return dialect;
    }

    /** The request that was answered; absent if the line has none. */
    public Optional<ChatRequest> request() {
      return request;
    }

    /** The attributes of the run, in their order; empty if it had none. Unmodifiable. */
    public Map<String, String> attributes() {
      return attributes;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof OpenLine line && values().equals(line.values());
    }

    @Override
    public int hashCode() {
      return values().hashCode();
    }

    @Override
    public String toString() {
      return "OpenLine" + values();
    }

    private List<Object> values() {
      return List.of(id, started, endpoint, dialect, request, attributes);
    }
  }

  /**
   * A retry of the request.
   *
   * @param retry the number of the attempt, its delay and its cause
   */
  record RetryLine(Retry retry) implements TranscriptLine {

    /** Refuses null. */
    public RetryLine {
      Objects.requireNonNull(retry, "retry");
    }
  }

  /**
   * A chunk.
   *
   * @param at when its last byte was decoded, since the request was written
   * @param data the payload, verbatim except for raw line breaks
   */
  record ChunkLine(Duration at, String data) implements TranscriptLine {

    /** Refuses null. */
    public ChunkLine {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(data, "data");
    }
  }

  /** The last line of a record: how the stream ended. Immutable; equal by its values. */
  final class EndLine implements TranscriptLine {

    private final Status status;
    private final Optional<Failure> failure;
    private final long chunks;
    private final List<Optional<FinishReason>> finishReasons;
    private final Optional<Usage> usage;
    private final Timing timing;
    private final Optional<ResponseHead> head;
    private final List<Irregularity> irregularities;

    EndLine(
        Status status,
        Optional<Failure> failure,
        long chunks,
        List<Optional<FinishReason>> finishReasons,
        Optional<Usage> usage,
        Timing timing,
        Optional<ResponseHead> head,
        List<Irregularity> irregularities) {
      this.status = status;
      this.failure = failure;
      this.chunks = chunks;
      this.finishReasons = List.copyOf(finishReasons);
      this.usage = usage;
      this.timing = timing;
      this.head = head;
      this.irregularities = List.copyOf(irregularities);
    }

    /** The status of the stream, as it was judged when it was recorded. */
    public Status status() {
      return status;
    }

    /** The reason why the answer is not whole; absent if it is, or if it was stopped. */
    public Optional<Failure> failure() {
      return failure;
    }

    /** The number of chunks that were delivered. */
    public long chunks() {
      return chunks;
    }

    /** The finish reasons, one entry a choice, by ascending index. Unmodifiable. */
    public List<Optional<FinishReason>> finishReasons() {
      return finishReasons;
    }

    /** The server's own figures of usage, if it gave any. */
    public Optional<Usage> usage() {
      return usage;
    }

    /** The times of the run; its attempts are 0 if the line does not say. */
    public Timing timing() {
      return timing;
    }

    /** The head of the last response; absent if none came, or if the line does not say. */
    public Optional<ResponseHead> head() {
      return head;
    }

    /** The errors of the server that were tolerated; unknown kinds are left out. Unmodifiable. */
    public List<Irregularity> irregularities() {
      return irregularities;
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof EndLine line && values().equals(line.values());
    }

    @Override
    public int hashCode() {
      return values().hashCode();
    }

    @Override
    public String toString() {
      return "EndLine" + values();
    }

    private List<Object> values() {
      return List.of(status, failure, chunks, finishReasons, usage, timing, head, irregularities);
    }
  }
}
