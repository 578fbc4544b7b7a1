package io.sluice.replay;

import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.function.Function;

/**
 * Tells whether a recorded event stream, which does not say how many choices were asked for, is the
 * answer to a request for one: servers exist whose index counts tokens. Mutable; for one thread.
 */
final class RecordedChoices implements Dialect.Receiver {
  /** As much of a record as is looked at. */
  private static final int LOOKED_AT = 1 << 20;

  private final BitSet seen = new BitSet();
  private int last = -1;
  private int inARow;
  private boolean several;

  private RecordedChoices() {}

  /** A reader of that record, whose bytes such a decoder makes events of. */
  static Dialect.Reader reader(
      Path file, Function<InputStream, BodyDecoder> decoders, Dialect dialect) throws IOException {
    var seen = new RecordedChoices();
    try (InputStream in = Files.newInputStream(file);
        var start = new ByteArrayInputStream(in.readNBytes(LOOKED_AT));
        BodyDecoder decoder = decoders.apply(start)) {
      seen.lookAt(decoder, dialect.reader());
    }
    return seen.isOne() ? dialect.reader(1) : dialect.reader();
  }

  private void lookAt(BodyDecoder decoder, Dialect.Reader reader) throws IOException {
    boolean more = true;
    try {
      while (more && !several) {
        more = decoder.decode(event -> reader.read(event, Duration.ZERO, this));
      }
    } catch (ProtocolException damaged) {
      // What stands before the damage is played, and the damage is the end of the stream.
    }
  }

  /** One index that is not 0, or a new one with each chunk. */
  private boolean isOne() {
    return !several && (seen.cardinality() > 1 || seen.nextSetBit(0) > 0);
  }

  @Override
  public void chunk(Chunk chunk) {
    BitSet indexes = new BitSet();
    for (Delta delta : chunk.deltas()) {
      boolean ofChunk = delta instanceof Delta.Other other && other.place() == Delta.Place.CHUNK;
      if (!ofChunk) {
        indexes.set(delta.choice());
      }
    }
    several |= indexes.cardinality() > 1;
    if (indexes.cardinality() == 1) {
      index(indexes.nextSetBit(0));
    }
  }

  /** Real choices are said in several chunks each, whether they come in turn or in a row. */
  private void index(int index) {
    if (index == last) {
      inARow++;
      return;
    }
    several |= seen.get(index) || inARow > 1;
    last = index;
    inARow = 1;
    seen.set(index);
  }

  @Override
  public void irregular(Irregularity.Kind kind) {}

  @Override
  public void done() {}

  @Override
  public void failed(Failure failure) {}
}
