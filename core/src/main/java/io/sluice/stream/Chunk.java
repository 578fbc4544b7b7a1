package io.sluice.stream;

import io.sluice.chat.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One JSON object of the stream. Immutable, on the heap, free to be kept and shared between
 * threads. A chunk that no server sent is made with {@code io.sluice.json.ChunkBuilder}.
 */
public interface Chunk {

  /**
   * The additions of this chunk in the order of the object, except that a finish follows the other
   * deltas of its choice. Often empty.
   */
  List<Delta> deltas();

  /** The server's usage, if this chunk has it; the last one of a stream counts. */
  Optional<Usage> usage();

  /** The answer's id, model and date, as far as the chunk has them. */
  Origin origin();

  /**
   * The time from the writing of the request to the reading of the chunk's last byte; equal for all
   * chunks of one network read.
   */
  Duration at();

  /**
   * The payload verbatim; the lines of a multi-line event are joined by LF. Chunks may share their
   * common text, in which case each call joins it anew.
   */
  String json();

  /**
   * The number of characters of {@link #json()}. Called for every chunk; override it if it can be
   * computed without the text.
   */
  default int jsonLength() {
    return json().length();
  }

  /** The visible text that this chunk adds to choice 0; never text of several choices. */
  default String text() {
    String text = "";
    for (Delta delta : deltas()) {
      if (delta instanceof Delta.Text added && added.choice() == 0) {
        text = text.isEmpty() ? added.text() : text.concat(added.text());
      }
    }
    return text;
  }
}
