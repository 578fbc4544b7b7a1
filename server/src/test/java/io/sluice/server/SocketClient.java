package io.sluice.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client that sends bytes as they are and reads replies by hand. */
public final class SocketClient implements AutoCloseable {

  private static final int PATIENCE = 30_000;

  private final Socket socket;
  private final InputStream in;

  private SocketClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    socket.setSoTimeout(PATIENCE);
  }

  /** Connects to a server. */
  public static SocketClient to(Server server) throws IOException {
    return to(server.port());
  }

  /** Connects to a server of this machine. */
  public static SocketClient to(int port) throws IOException {
    return new SocketClient(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** One exchange of HTTP/1.0, which the server ends by closing the connection. */
  public static String ask(Server server, String head, String body) throws IOException {
    try (SocketClient client = to(server)) {
      client.send(head(server, head) + "Content-Length: " + body.length() + "\r\n\r\n" + body);
      return client.rest();
    }
  }

  /** The request line and the header fields of one who may ask. */
  public static String head(Server server, String line) {
    return head(server, line, server.token().orElse(""));
  }

  /** The request line and the header fields of one who shows this token. */
  public static String head(Server server, String line, String token) {
    return head(server.port(), line, token);
  }

  /** The request line and the header fields of one who shows this token at this port. */
  public static String head(int port, String line, String token) {
    return line
        + " HTTP/1.0\r\nHost: 127.0.0.1:"
        + port
        + "\r\nAuthorization: Bearer "
        + token
        + "\r\n";
  }

  /** Sends a text as it is. */
  public SocketClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
    return this;
  }

  /** Everything until the server closes the connection. */
  public String rest() throws IOException {
    return new String(in.readAllBytes(), UTF_8);
  }

  /** Everything up to this text, which must come. */
  public String until(String end) throws IOException {
    var read = new ByteArrayOutputStream();
    while (!read.toString(ISO_8859_1).endsWith(end)) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the end came before '" + end + "': " + read.toString(UTF_8));
      }
      read.write(next);
    }
    return read.toString(UTF_8);
  }

  /** Whether the server has closed its end; waits for that or for a byte. */
  public boolean isEnded() throws IOException {
    return in.read() < 0;
  }

  /** Whether the server has closed its end, or never took the connection; waits as the other. */
  boolean isEndedOrReset() throws IOException {
    try {
      return isEnded();
    } catch (SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }
}
