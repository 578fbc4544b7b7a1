package io.sluice.cli.serve;

import io.sluice.cli.archive.Archiving;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.Sinks;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.page.BrowserPage;
import io.sluice.server.Server;
import io.sluice.server.ServerBuilder;
import io.sluice.server.archive.RunArchive;
import io.sluice.server.archive.SqliteRunArchive;
import io.sluice.server.passage.Passage;
import io.sluice.text.FileReason;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The server with all that it needs, from its start to the signal that ends it. */
final class ServedProcess {
  private final ServeOptions options;
  private final String version;
  private final Call call;

  ServedProcess(ServeOptions options, String version, Call call) {
    this.options = options;
    this.version = version;
    this.call = call;
  }

  /**
   * Serves until a signal comes.
   *
   * @throws UsageException in one line, if the server cannot be started as it was asked to
   */
  ExitCode run() throws IOException {
    var stopped = new CountDownLatch(1);
    try (Sinks sinks = Sinks.of(options.output(), call);
        ServedEndpoints endpoints =
            ServedEndpoints.open(
                options.endpoints(), options.passage().map(PassageOptions::key), sinks, call);
        Server server = start(endpoints, sinks)) {
      call.interruption().stopBy(stopped::countDown);
      String page = server.uri() + "/" + server.token().map(token -> "#t=" + token).orElse("");
      String base = options.passage().isPresent() ? server.uri() + "/v1\n" : "";
      call.streams().out().print(page + "\n" + base);
      if (options.open()) {
        open(page);
      }
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return call.interruption().raised().orElse(ExitCode.COMPLETED);
  }

  private Server start(ServedEndpoints endpoints, Sinks sinks) {
    ServerBuilder server = endpoints.builder().version(version).limits(options.limits());
    options.record().ifPresent(ServedProcess::make);
    for (Sinks.NamedSink named : sinks.forManyRuns(sinks.shaped(options.need()))) {
      server.to(
          named.name(),
          () -> new ReportedSink(named.name(), named.maker().get(), call.notices()),
          named.delivery());
    }
    archive(server, endpoints, sinks);
    options.runs().ifPresent(place -> server.remote(RemotePlace.of(place, sinks)));
    options
        .passage()
        .ifPresent(
            how -> {
              Passage.Builder passage = endpoints.passage();
              how.applyTo(passage);
              server.passage(passage.build());
            });
    options.spool().flatMap(this::spool).ifPresent(server::spool);
    try {
      options.access().applyTo(server);
      return (options.page() ? BrowserPage.addTo(server) : server).start();
    } catch (IllegalArgumentException open) {
      throw UsageException.of(open);
    } catch (UncheckedIOException taken) {
      throw new UsageException(taken.getMessage() + ", with " + FlagKey.PORT.flag(), taken);
    }
  }

  /** What is passed on is kept only if somebody asked for it; what the page asks, as in a chat. */
  private void archive(ServerBuilder server, ServedEndpoints endpoints, Sinks sinks) {
    Archiving archiving = Archiving.of(options.archive(), endpoints.haveServer(), call);
    archiving
        .sinks(
            options.output().prices(),
            run ->
                endpoints.isByServer(run)
                    && (options.recordsPassed()
                        || !run.attributes().containsKey(RunArchive.PASSED)),
            run -> options.needsRecords())
        .ifPresent(kept -> server.to(Archiving.SINK, kept, sinks.shaped(options.archiving())));
    archiving.file().ifPresent(file -> server.archive(SqliteRunArchive.of(file)));
  }

  private void open(String page) {
    Browser.of(System.getProperty("os.name"), call.environment())
        .show(page)
        .ifPresent(
            why -> call.notices().notice("no browser was opened: " + why + "; use the link"));
  }

  /** A home that cannot be written is no reason not to serve. */
  private Optional<Path> spool(Path folder) {
    try {
      return Optional.of(make(folder));
    } catch (UsageException refused) {
      call.notices().notice(refused.getMessage() + "; runs keep no more than fits into memory");
      return Optional.empty();
    }
  }

  private static Path make(Path folder) {
    try {
      return Files.createDirectories(folder, OwnerOnly.folder(folder));
    } catch (IOException refused) {
      throw new UsageException(FileReason.line(folder + " cannot be made", refused), refused);
    }
  }
}
