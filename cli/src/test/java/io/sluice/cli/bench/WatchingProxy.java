package io.sluice.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A client of its own between another client and a server: plain sockets, which pass every byte on
 * and note when it came. It knows nothing of Sluice's transport, and so measures the same answers
 * independently.
 */
final class WatchingProxy implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("\"content\":\"(?!\")");

  private final ServerSocket listening;
  private final int target;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();

  /**
   * One request and its answer: when the request was passed on, and when reads with tokens came.
   */
  static final class Exchange {
    private final long written;
    private final List<Long> reads = new ArrayList<>();
    private int tokens;

    private Exchange(long written) {
      this.written = written;
    }

    double ttft() {
      return (reads.get(0) - written) / 1e6;
    }

    double tpot() {
      return (reads.get(reads.size() - 1) - reads.get(0)) / 1e6 / (tokens - 1);
    }

    List<Double> gaps() {
      List<Double> gaps = new ArrayList<>();
      for (int i = 1; i < reads.size(); i++) {
        gaps.add((reads.get(i) - reads.get(i - 1)) / 1e6);
      }
      return gaps;
    }
  }

  WatchingProxy(int target) throws IOException {
    this.target = target;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/v1";
  }

  /** The answers so far that had at least two tokens. */
  synchronized List<Exchange> exchanges() {
    return exchanges.stream().filter(each -> each.tokens > 1).toList();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = kept(listening.accept());
        Socket server = kept(new Socket(InetAddress.getLoopbackAddress(), target));
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(() -> pass(client, server, this::request));
        start(() -> pass(server, client, this::answer));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private interface Look {
    void at(String text, long at);
  }

  private static void pass(Socket from, Socket to, Look look) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] bytes = new byte[65_536];
      int read = in.read(bytes);
      while (read >= 0) {
        long at = System.nanoTime();
        look.at(new String(bytes, 0, read, StandardCharsets.ISO_8859_1), at);
        out.write(bytes, 0, read);
        read = in.read(bytes);
      }
    } catch (IOException closed) {
      // The other side has seen it, too.
    }
  }

  private synchronized void request(String text, long at) {
    if (text.startsWith("POST ")) {
      exchanges.add(new Exchange(at));
    }
  }

  private synchronized void answer(String text, long at) {
    int tokens = (int) TOKEN.matcher(text).results().count();
    if (tokens > 0) {
      Exchange last = exchanges.get(exchanges.size() - 1);
      last.reads.add(at);
      last.tokens += tokens;
    }
  }

  private synchronized Socket kept(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "watching-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public synchronized void close() {
    try {
      listening.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }
}
