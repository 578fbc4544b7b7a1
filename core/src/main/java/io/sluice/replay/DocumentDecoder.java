package io.sluice.replay;

import io.sluice.wire.BodyDecoder;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Reads a body that is no stream: all of it is one event. */
final class DocumentDecoder implements BodyDecoder {

  private final InputStream body;

  DocumentDecoder(InputStream body) {
    this.body = body;
  }

  @Override
  public boolean decode(Consumer<WireEvent> events) throws IOException {
    byte[] whole = body.readNBytes(WireEvent.Whole.LONGEST + 1);
    if (whole.length > WireEvent.Whole.LONGEST) {
      throw new ProtocolException(
          "the answer is longer than " + WireEvent.Whole.LONGEST + " bytes");
    }
    events.accept(new WireEvent.Whole(ByteBuffer.wrap(whole)));
    return false;
  }

  @Override
  public void close() {}
}
