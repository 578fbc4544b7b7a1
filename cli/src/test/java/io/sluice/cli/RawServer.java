package io.sluice.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server made of sockets and bytes that shares no code with the client. Each request gets the
 * answer of its number, from 0.
 */
final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");

  private final ServerSocket server;
  private final IntFunction<Answer> answers;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();

  private RawServer(ServerSocket server, IntFunction<Answer> answers) {
    this.server = server;
    this.answers = answers;
  }

  static RawServer answering(IntFunction<Answer> answers) throws IOException {
    return over(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
  }

  static RawServer over(ServerSocket server, IntFunction<Answer> answers) {
    var raw = new RawServer(server, answers);
    begin(raw::accept);
    return raw;
  }

  static RawServer answering(Answer answer) throws IOException {
    return answering(any -> answer);
  }

  int port() {
    return server.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        begin(() -> converse(socket));
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String head = head(in);
      while (!head.isEmpty()) {
        Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        requests.add(new Request(head, new String(body, StandardCharsets.UTF_8)));
        answers.apply(number.getAndIncrement()).give(socket, in);
        head = socket.isClosed() ? "" : head(in);
      }
    } catch (IOException gone) {
      // The client's good right.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void begin(Runnable work) {
    var thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * What was asked.
   *
   * @param head the request line and the header fields
   * @param body the body
   */
  record Request(String head, String body) {}

  /** What a request is answered. */
  @FunctionalInterface
  interface Answer {
    /** Writes it; the connection then waits for a further request, unless this has closed it. */
    void give(Socket socket, InputStream in) throws IOException;
  }
}
