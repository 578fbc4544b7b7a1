package io.sluice.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client made of a socket and nothing else, so that it sees what is really on the wire. It reads
 * byte by byte and never past the answer at hand. Not thread-safe.
 */
final class RawClient implements AutoCloseable {
  /** Long enough for any machine; only silence that is meant to last runs into the other one. */
  private static final int PATIENCE_MS = 20_000;

  private static final int SILENCE_MS = 300;

  private final Socket socket;
  private final InputStream in;

  RawClient(Simulator simulator) throws IOException {
    URI base = simulator.baseUrl();
    socket = new Socket(base.getHost(), base.getPort());
    socket.setSoTimeout(PATIENCE_MS);
    in = socket.getInputStream();
  }

  /** A chat request with these headers, each a whole line. */
  RawClient chat(String body, String... headers) throws IOException {
    return send("POST", "/v1/chat/completions", body, headers);
  }

  RawClient send(String method, String path, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    return raw(head.toString()).raw(body);
  }

  RawClient raw(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The next answer, up to its end or the connection's. */
  Answer answer() throws IOException {
    String head = head();
    var pieces = new ArrayList<byte[]>();
    return new Answer(head, pieces, body(head, pieces));
  }

  /** The next answer up to so many pieces of a chunked body. */
  Answer answer(int pieces) throws IOException {
    String head = head();
    var read = new ArrayList<byte[]>();
    while (read.size() < pieces) {
      read.add(chunk());
    }
    return new Answer(head, read, End.OPEN);
  }

  private String head() throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("closed in the head: " + head);
      }
      head.append((char) b);
    }
    return head.toString();
  }

  private End body(String head, List<byte[]> pieces) {
    try {
      if (head.contains("Transfer-Encoding: chunked")) {
        for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
          pieces.add(chunk);
          quietAfter(pieces);
        }
      } else {
        pieces.add(in.readNBytes(length(head)));
      }
      return End.COMPLETE;
    } catch (SocketTimeoutException e) {
      return End.OPEN;
    } catch (SocketException e) {
      return End.RESET;
    } catch (IOException e) {
      return End.CUT;
    }
  }

  /** Once an answer has begun, silence is noticed soon. */
  private void quietAfter(List<byte[]> pieces) throws IOException {
    if (silenceMeans && pieces.size() == 1) {
      socket.setSoTimeout(SILENCE_MS);
    }
  }

  private boolean silenceMeans;

  /** From now on a pause in a body is taken for its end. */
  RawClient expectingSilence() {
    silenceMeans = true;
    return this;
  }

  private static int length(String head) {
    int at = head.indexOf("Content-Length: ");
    return at < 0
        ? Integer.MAX_VALUE
        : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
  }

  private byte[] chunk() throws IOException {
    int size = Integer.parseInt(line(), 16);
    byte[] chunk = in.readNBytes(size);
    if (chunk.length < size || !line().isEmpty()) {
      throw new IOException("closed in a chunk");
    }
    return chunk;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("closed in a line");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** The next bytes, whatever they are; -1 once the server has closed. */
  int read() throws IOException {
    return in.read();
  }

  byte[] read(int count) throws IOException {
    return in.readNBytes(count);
  }

  boolean isSilent() throws IOException {
    socket.setSoTimeout(SILENCE_MS);
    try {
      in.read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  /** How an answer ended, as the socket saw it. */
  enum End {
    COMPLETE,
    CUT,
    RESET,
    OPEN
  }

  record Answer(String head, List<byte[]> pieces, End end) {

    int status() {
      return Integer.parseInt(head.substring(9, 12));
    }

    byte[] bytes() {
      var all = new ByteArrayOutputStream();
      pieces.forEach(all::writeBytes);
      return all.toByteArray();
    }

    String body() {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** The data of each event. */
    List<String> events() {
      return body()
          .lines()
          .filter(line -> line.startsWith("data: "))
          .map(line -> line.substring(6))
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
