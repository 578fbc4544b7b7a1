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
   * What this chunk adds, in the order in which the object says it, but for a finish, which stands
   * behind the other deltas of its choice. Empty is common.
   */
  List<Delta> deltas();

  /** The server's figures, if this chunk carries any; the last ones of a stream count. */
  Optional<Usage> usage();

  /** Whose answer this is, as far as the chunk says. */
  Origin origin();

  /**
   * Time since the request was written, taken when the chunk's last byte was read; those that came
   * in one network read have it in common.
   */
  Duration at();

  /**
   * The payload verbatim; the lines of a multi-line event are joined by LF. What chunks have in
   * common may be kept once for all of them, and is then put together anew by each call.
   */
  String json();

  /**
   * How many characters {@link #json()} has; asked of every chunk, and so best known without it.
   */
  default int jsonLength() {
    return json().length();
  }

  /** The visible text that this chunk adds to choice 0: never the choices run together. */
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
