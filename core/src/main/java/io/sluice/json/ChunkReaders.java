package io.sluice.json;

import io.sluice.stream.Chunk;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Makes readers that share their parsers: a stream needs one only while a chunk is read, and ten
 * thousand open streams mostly wait. Thread-safe.
 */
public final class ChunkReaders {

  /** More are made where more threads read at once, and dropped afterwards. */
  private static final int KEPT = 4;

  private final BlockingQueue<ChunkMembers> idle = new ArrayBlockingQueue<>(KEPT);

  /** Without any parser yet. */
  public ChunkReaders() {}

  /** A reader of one stream's chunks, of which nobody knows how many choices were asked for. */
  public ChunkReader reader() {
    return new ChunkReader(this, Remembered.UNKNOWN_CHOICES);
  }

  /** A reader of the chunks of one answer to a request for that many choices, 1 or more. */
  public ChunkReader reader(int choices) {
    return new ChunkReader(this, choices);
  }

  /** Has a parser used; one that throws stands in the middle of something and is not kept. */
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

  /** What is done with a parser. */
  @FunctionalInterface
  interface Reading {

    /** Reads one chunk. */
    Chunk read(ChunkMembers members);
  }
}
