package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer whose connection stays.
 *
 * @param head the status and the content type, as in {@code 200 text/event-stream}, and further
 *     header fields, each behind a CRLF
 * @param pieces the body, each piece written as an HTTP chunk of its own
 */
record ChunkedAnswer(String head, List<byte[]> pieces) implements RawServer.Answer {

  static ChunkedAnswer of(String head, String body) {
    return new ChunkedAnswer(head, List.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  static ChunkedAnswer events(byte[]... pieces) {
    return new ChunkedAnswer("200 text/event-stream", List.of(pieces));
  }

  @Override
  public void give(Socket socket, InputStream in) throws IOException {
    OutputStream out = socket.getOutputStream();
    String status = head.replaceFirst(" ", " x\r\nContent-Type: ");
    ascii(out, "HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (byte[] piece : pieces) {
      if (piece.length > 0) { // An empty chunk would be the last.
        ascii(out, Integer.toHexString(piece.length) + "\r\n");
        out.write(piece);
        ascii(out, "\r\n");
      }
    }
    ascii(out, "0\r\n\r\n");
    out.flush();
  }

  private static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
