package io.sluice.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server of sockets and bytes that shares no code with the client. The nth connection gets the
 * nth answer; the last answer is repeated.
 */
final class WireServer implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket server;
  private final List<WireAnswer> answers;
  private final Pieces pieces;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private WireServer(ServerSocket server, List<WireAnswer> answers, Pieces pieces) {
    this.server = server;
    this.answers = List.copyOf(answers);
    this.pieces = pieces;
  }

  static WireServer giving(List<WireAnswer> answers, Pieces pieces) throws IOException {
    var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var server = new WireServer(socket, answers, pieces);
    begin(server::accept);
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        WireAnswer answer = answers.get(Math.min(sockets.size(), answers.size() - 1));
        sockets.add(socket);
        begin(() -> play(answer, socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void play(WireAnswer answer, Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      readRequest(in);
      write(answer, socket.getOutputStream());
      switch (answer.end()) {
        case CLOSE -> {
          socket.shutdownOutput();
          awaitClose(in);
        }
        case RESET -> socket.setSoLinger(true, 0);
        case STAY -> awaitClose(in);
      }
    } catch (IOException clientWentFirst) {
      // What it made of the answer is asserted at the client.
    }
  }

  private void write(WireAnswer answer, OutputStream out) throws IOException {
    byte[] bytes = answer.bytes();
    if (pieces == Pieces.ONE) {
      out.write(bytes);
    } else {
      for (byte single : bytes) {
        out.write(single);
      }
    }
    for (long times = 0; times < answer.refrains(); times++) {
      out.write(answer.refrain());
    }
  }

  private static void readRequest(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    String fields = head.toString().toLowerCase(Locale.ROOT);
    int at = fields.indexOf("content-length:");
    String length = fields.substring(at + 15, fields.indexOf("\r\n", at)).strip();
    in.readNBytes(Integer.parseInt(length));
  }

  private static void awaitClose(InputStream in) throws IOException {
    while (in.read() >= 0) {
      // whatever the client still sends is of no interest
    }
  }

  private static void begin(Runnable work) {
    var thread = new Thread(work, "wire-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** How the bytes of an answer are cut into writes. */
  enum Pieces {
    ONE,
    BYTES
  }
}
