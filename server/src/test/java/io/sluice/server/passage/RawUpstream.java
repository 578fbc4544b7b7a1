package io.sluice.server.passage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** A server that a test plays by hand: it reads and writes bytes when the test says so. */
final class RawUpstream implements AutoCloseable {

  private static final int PATIENCE = 30_000;

  private final ServerSocket port;

  private RawUpstream(ServerSocket port) {
    this.port = port;
  }

  static RawUpstream open() {
    try {
      var port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      port.setSoTimeout(PATIENCE);
      return new RawUpstream(port);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  /** The base URL of an endpoint that is this server. */
  String baseUrl() {
    return "http://127.0.0.1:" + port.getLocalPort() + "/v1";
  }

  /** The next connection. */
  Peer accept() throws IOException {
    return new Peer(port.accept());
  }

  @Override
  public void close() {
    try {
      port.close();
    } catch (IOException stuck) {
      throw new UncheckedIOException(stuck);
    }
  }

  /** One end of a connection, played by hand. */
  static final class Peer implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE);
    }

    /** Connects to a port of this machine. */
    static Peer to(int port) throws IOException {
      return new Peer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    Peer send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return this;
    }

    /** Everything up to this text, which must come. */
    String until(String end) throws IOException {
      var read = new ByteArrayOutputStream();
      while (!read.toString(ISO_8859_1).endsWith(end)) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("the end came before '" + end + "': " + read);
        }
        read.write(next);
      }
      return read.toString(ISO_8859_1);
    }

    /** So many bytes, which must come. */
    String bytes(int count) throws IOException {
      byte[] read = in.readNBytes(count);
      if (read.length < count) {
        throw new IOException("the end came after " + read.length + " of " + count + " bytes");
      }
      return new String(read, ISO_8859_1);
    }

    InputStream in() {
      return in;
    }

    /** Waits until the other side has closed the connection, in whatever way. */
    boolean isLeft() throws IOException {
      try {
        in.transferTo(OutputStream.nullOutputStream()); // What was on its way does not matter.
      } catch (SocketException reset) {
        return true;
      }
      return true;
    }

    /** Resets the connection. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Closes the connection amid whatever it is about. */
    void leave() throws IOException {
      socket.close();
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
}
