package io.sluice.transport.netty;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server made of sockets and bytes, so that what the client does is judged by something that
 * shares no code with it. The nth connection plays the nth script; the last script is repeated.
 */
public final class RawServer implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket server;
  private final List<Script> scripts;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Throwable> complaints = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();

  private RawServer(ServerSocket server, List<Script> scripts) {
    this.server = server;
    this.scripts = scripts;
  }

  public static RawServer playing(Script... scripts) throws IOException {
    return over(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), scripts);
  }

  public static RawServer over(ServerSocket socket, Script... scripts) {
    var raw = new RawServer(socket, List.of(scripts));
    raw.begin("raw-accept", raw::accept);
    return raw;
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  public int connections() {
    return accepted.get();
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Closes everything and reports what went wrong in a script. */
  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    if (!complaints.isEmpty()) {
      throw new AssertionError("a script failed", complaints.get(0));
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        int number = Math.min(accepted.getAndIncrement(), scripts.size() - 1);
        begin("raw-" + number, () -> play(scripts.get(number), socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void play(Script script, Socket socket) {
    try (socket) {
      script.play(new Peer(socket));
    } catch (IOException gone) {
      if (!server.isClosed()
          && !(gone instanceof java.net.SocketException)
          && !(gone instanceof javax.net.ssl.SSLException)) {
        complaints.add(gone);
      }
    } catch (Exception | AssertionError wrong) {
      complaints.add(wrong);
    }
  }

  private void begin(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  /** What a connection does. */
  @FunctionalInterface
  public interface Script {
    void play(Peer peer) throws Exception;
  }

  public record Request(String head, String body) {
    String line() {
      return head.substring(0, head.indexOf("\r\n"));
    }

    String field(String name) {
      String lower = head.toLowerCase(Locale.ROOT);
      int at = lower.indexOf("\r\n" + name.toLowerCase(Locale.ROOT) + ":");
      return at < 0
          ? ""
          : head.substring(at + name.length() + 3, head.indexOf("\r\n", at + 2)).strip();
    }
  }

  /** The server's end of one connection. */
  public final class Peer {

    private final Socket socket;
    private final InputStream in;

    Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    public Request readRequest() throws IOException {
      String head = readHead();
      var request = new Request(head, "");
      String length = request.field("Content-Length");
      byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
      var whole = new Request(head, new String(body, StandardCharsets.UTF_8));
      requests.add(whole);
      return whole;
    }

    public void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    /** Sends RST instead of FIN. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Waits until the client has closed. */
    public void awaitClose() throws IOException {
      while (in.read() >= 0) {
        // whatever the client still sends is of no interest
      }
    }

    Socket socket() {
      return socket;
    }

    private String readHead() throws IOException {
      var head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          throw new java.net.SocketException("the client sent no further request");
        }
        head.write(next);
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
