package io.sluice.server;

import io.sluice.pipeline.Delivery;
import io.sluice.server.archive.SqliteRunArchive;
import io.sluice.server.gate.AccessToken;
import io.sluice.sinks.sqlite.SqliteSink;
import io.sluice.stream.ChatTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A server to be stopped in the middle of a run. As a process it says its port, and has its model
 * say each line that it reads.
 */
final class StoppedServer {

  static final String TOKEN = "secret";

  private StoppedServer() {}

  static Server start(Path archive, ChatTransport upstream) {
    return Server.builder("pushed", upstream)
        .token(AccessToken.of("ann", TOKEN))
        .archive(SqliteRunArchive.of(archive))
        .to("archive", () -> SqliteSink.of(archive), Delivery.required())
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    var upstream = new PushedAnswer();
    Server server = start(Path.of(arguments[0]), upstream);
    System.out.println(server.port());
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String word = in.readLine(); word != null; word = in.readLine()) {
      upstream.say(word);
    }
  }
}
