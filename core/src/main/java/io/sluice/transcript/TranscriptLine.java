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

/** One line of a transcript, as read. The set is closed; line types beyond it are passed over. */
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

  /**
   * A record begins.
   *
   * @param id the run's name, empty if the line has none
   * @param started when the run began
   * @param endpoint where the answer came from, empty if the line does not say
   * @param dialect what the payloads are in, {@value TranscriptWriter#STANDARD_DIALECT} if the line
   *     does not say
   * @param request what was asked
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
   * The request was sent again.
   *
   * @param retry which time, after how long and why
   */
  record Retry(io.sluice.stream.Retry retry) implements TranscriptLine {

    /** Refuses null. */
    public Retry {
      Objects.requireNonNull(retry, "retry");
    }
  }

  /**
   * A chunk came.
   *
   * @param at when its last byte was decoded, since the request was written
   * @param data the payload, verbatim but for raw line breaks
   */
  record Chunk(Duration at, String data) implements TranscriptLine {

    /** Refuses null. */
    public Chunk {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(data, "data");
    }
  }

  /**
   * The record ends.
   *
   * @param status the judgement of that time
   * @param failure why the answer is not whole
   * @param chunks how many chunks were delivered
   * @param finishReasons one entry a choice, by ascending index
   * @param usage the server's figures
   * @param timing when what happened; its attempts are 0 if the line does not say
   * @param irregularities what was forgiven; kinds unknown to this version are left out
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
