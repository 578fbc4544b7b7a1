package io.sluice.transcript;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One line of a transcript, as read. The set is closed; lines of other types are skipped. */
public sealed interface TranscriptLine {

  /**
   * The beginning of a record.
   *
   * @param id the run's name, empty if the line has none
   * @param started when the run began
   * @param endpoint the source of the answer, empty if the line has none
   * @param dialect the dialect of the payloads, {@value TranscriptWriter#STANDARD_DIALECT} if the
   *     line has none
   * @param request the request
   */
  record Open(
      String id,
      Optional<Instant> started,
      String endpoint,
      String dialect,
      Optional<ChatRequest> request)
      implements TranscriptLine {

    /** Refuses null. */
    public Open {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(started, "started");
      Objects.requireNonNull(endpoint, "endpoint");
      Objects.requireNonNull(dialect, "dialect");
      Objects.requireNonNull(request, "request");
    }
  }

  /**
   * A retry of the request.
   *
   * @param retry the number of the attempt, its delay and its cause
   */
  record Retry(io.sluice.stream.Retry retry) implements TranscriptLine {

    /** Refuses null. */
    public Retry {
      Objects.requireNonNull(retry, "retry");
    }
  }

  /**
   * A chunk.
   *
   * @param at when its last byte was decoded, since the request was written
   * @param data the payload, verbatim except for raw line breaks
   */
  record Chunk(Duration at, String data) implements TranscriptLine {

    /** Refuses null. */
    public Chunk {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(data, "data");
    }
  }

  /**
   * The end of a record.
   *
   * @param status the status of the stream
   * @param failure why the answer is incomplete
   * @param chunks the number of delivered chunks
   * @param finishReasons one entry for each choice, by ascending index
   * @param usage the server's usage
   * @param timing the times; its attempts are 0 if the line does not have them
   * @param irregularities the tolerated errors; kinds unknown to this version are left out
   */
  record End(
      Status status,
      Optional<Failure> failure,
      long chunks,
      List<Optional<FinishReason>> finishReasons,
      Optional<Usage> usage,
      Timing timing,
      List<Irregularity> irregularities)
      implements TranscriptLine {

    /** Copies the lists. */
    public End {
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(failure, "failure");
      finishReasons = List.copyOf(finishReasons);
      Objects.requireNonNull(usage, "usage");
      Objects.requireNonNull(timing, "timing");
      irregularities = List.copyOf(irregularities);
    }
  }
}
