package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingLeftBehindTest {

  @TempDir private Path folder;

  @Test
  void aServerThatIsClosedLeavesNoThreadNoConnectionAndNoFile()
      throws IOException, InterruptedException {
    Server server =
        Server.builder("script", ScriptedTransport.answering("hi")).spool(folder).start();
    SocketClient idle = SocketClient.to(server);
    SocketClient.ask(server, "GET /healthz", "");

    server.close();
    server.close();

    assertThat(idle.isEnded()).isTrue();
    assertThat(server.openConnections()).isZero();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("sluice-server-")) {
        thread.join(); // One that stays is what the time limit of tests finds.
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    idle.close();
  }

  @Test
  void aConnectionThatIsBeingTakenWhileTheServerIsClosedIsClosedToo() throws IOException {
    for (int round = 0; round < 10; round++) {
      Server server =
          Server.builder("script", ScriptedTransport.answering("hi")).spool(folder).start();
      List<SocketClient> arriving = new ArrayList<>();
      for (int client = 0; client < 8; client++) {
        arriving.add(SocketClient.to(server));
      }

      server.close();

      for (SocketClient client : arriving) {
        assertThat(client.isEndedOrReset()).isTrue();
        client.close();
      }
    }
  }

  @Test
  void aPortInUseIsSaidWithTheRemedy() {
    try (Server server = Server.builder("script", ScriptedTransport.answering("hi")).start()) {
      ServerBuilder second =
          Server.builder("script", ScriptedTransport.answering("hi")).port(server.port());

      assertThatThrownBy(second::start)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("port " + server.port() + " is in use; choose another, or 0 for a free one");
    }
  }
}
