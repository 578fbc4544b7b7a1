package io.sluice.simulator.fault;

import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * A small body that decompresses to a large one. One mebibyte is compressed once and sent many
 * times.
 */
final class GzipBomb {
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

  private GzipBomb() {}

  static Script script(EventFraming framing, long mebibytes) {
    byte[] mebibyte = new byte[1 << 20];
    Arrays.fill(mebibyte, (byte) 'a');
    var block = new Step.Body(deflated(mebibyte));
    return Script.of(
            framing.head().with("Content-Encoding", "gzip"),
            new Step.Body(ByteBuffer.wrap(GZIP_HEADER)),
            new Step.Body(deflated(framing.start().getBytes(StandardCharsets.US_ASCII))))
        .then(HostileFaults.repeated(block, mebibytes))
        .then(Script.of(Step.Last.END));
  }

  /** A full flush makes the block independent of earlier ones, so that it can be repeated. */
  private static ByteBuffer deflated(byte[] plain) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      byte[] out = new byte[plain.length / 100 + 64];
      int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
      return ByteBuffer.wrap(out, 0, length).slice();
    } finally {
      deflater.end();
    }
  }
}
