package io.sluice.transport.netty;

import io.sluice.replay.Replay;
import io.sluice.stream.ChatStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.AfterClass;
import org.testng.annotations.Test;

/** Run and counted by {@link PublisherTckTest}. The record of so many chunks is a file. */
@Test
public class ReplayPublisherTck extends StreamVerification {

  /** As many as a file can reasonably hold. */
  private static final int MOST = 100_000;

  private final Path record;

  public ReplayPublisherTck() throws IOException {
    record = Files.createTempFile("record", ".sse");
  }

  @AfterClass
  public void close() throws IOException {
    Files.delete(record);
  }

  @Override
  public long maxElementsFromPublisher() {
    return MOST;
  }

  @Override
  ChatStream stream(long chunks) {
    try {
      Files.writeString(record, Wire.finish("stop").repeat((int) chunks) + Wire.DONE);
      return Replay.builder(record).events(EventStreams::decoder).build().open();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
