package io.sluice.json;

import io.sluice.stream.Chunk;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Makes readers that share their parsers: a stream needs a parser only while a chunk is read, and
 * most of ten thousand open streams are waiting. Thread-safe.
 */
public final class ChunkReaders {

  /** If more threads read at the same time, more parsers are made and dropped afterwards. */
  private static final int KEPT = 4;

  private final BlockingQueue<ChunkMembers> idle = new ArrayBlockingQueue<>(KEPT);

  /** Creates the readers' source, without any parser yet. */
  public ChunkReaders() {}

  /** A reader of one stream's chunks, for an unknown number of requested choices. */
  public ChunkReader reader() {
    return new ChunkReader(this, ReaderState.UNKNOWN_CHOICES);
  }

  /** A reader of the chunks of one answer to a request for that many choices, 1 or more. */
  public ChunkReader reader(int choices) {
    return new ChunkReader(this, choices);
  }

  /** Lends a parser; after an exception it is in an undefined state and not kept. */
  Chunk read(Reading reading) {
    ChunkMembers found = idle.poll();
    ChunkMembers members = found == null ? new ChunkMembers() : found;
    Chunk chunk = reading.read(members);
    if (!members.isWorn()) {
      members.rest();
      idle.offer(members);
    }
    return chunk;
  }

  /** The work done with a parser. */
  @FunctionalInterface
  interface Reading {

    /** Reads one chunk. */
    Chunk read(ChunkMembers members);
  }
}
