package io.sluice.replay;

import io.sluice.feed.Feed;
import io.sluice.stream.End;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A record while it is played. Mutable; for one thread at a time. */
interface Tape extends Closeable {

  /** When the next piece came, as the record has it; zero where it holds no times. */
  Duration due() throws IOException;

  /** Plays the next piece into {@code feed}; at the end of the record, says which end it was. */
  Optional<End> play(Feed feed) throws IOException;

  /** Makes a tape. */
  @FunctionalInterface
  interface Opening {

    /** The tape at its beginning, its file open. */
    Tape open() throws IOException;
  }
}
