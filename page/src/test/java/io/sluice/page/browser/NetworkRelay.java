package io.sluice.page.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one, like a network that can be lost and found. Thread-safe. */
final class NetworkRelay implements AutoCloseable {

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;

  NetworkRelay() {
    try {
      listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From now on, connections lead there. */
  void leadTo(int port) {
    target = port;
  }

  /** Closes all connections, and each new one at once. */
  void cut() {
    target = 0;
    open.forEach(NetworkRelay::close);
  }

  @Override
  public void close() {
    cut();
    try {
      listening.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        start(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    int port = target;
    if (port == 0) {
      close(client);
      return;
    }
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), port);
      open.add(client);
      open.add(server);
      if (target != port) {
        close(client);
        close(server);
      }
      start(() -> copy(server, client));
      copy(client, server);
    } catch (IOException refused) {
      close(client);
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // Both ends are closed below.
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // It is closed as far as it can be.
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "network-relay");
    thread.setDaemon(true);
    thread.start();
  }
}
