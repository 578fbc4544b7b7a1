package io.sluice.replay;

import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.wire.Dialect;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a file is an answer in one piece, or an error: what a dialect can make something of. */
final class RecordedDocument implements Dialect.Receiver {

  private boolean means;

  private RecordedDocument() {}

  static boolean isOne(Path file, Dialect dialect) throws IOException {
    if (Files.size(file) > WireEvent.Whole.LONGEST) {
      return false;
    }
    var seen = new RecordedDocument();
    var whole = new WireEvent.Whole(ByteBuffer.wrap(Files.readAllBytes(file)));
    dialect.reader().read(whole, Duration.ZERO, seen);
    return seen.means;
  }

  @Override
  public void chunk(Chunk chunk) {
    means = true;
  }

  @Override
  public void failed(Failure failure) {
    means |= failure instanceof Failure.Provider;
  }

  @Override
  public void irregular(Irregularity.Kind kind) {}

  @Override
  public void done() {}
}
