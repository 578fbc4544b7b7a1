package io.sluice.cli.serve;

import io.sluice.cli.archive.ArchiveOptions;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.ConnectionOptions;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.run.TimeoutFlags;
import io.sluice.cli.settings.FlagKey;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Serves the endpoints of the user to clients and to a browser, until a signal ends it. */
public final class ServeCommand implements Command {
  private final Supplier<String> version;

  /**
   * Creates the command.
   *
   * @param version tells the version that the server says it has, when it is needed
   */
  public ServeCommand(Supplier<String> version) {
    this.version = version;
  }

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String summary() {
    return "serves your endpoints over HTTP: runs that outlive their readers, sinks for all";
  }

  @Override
  public boolean sendsRequests() {
    return true;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice serve", "on http://127.0.0.1:" + AccessOptions.STANDARD_PORT),
        new Example("sluice serve --endpoint ollama --record runs", "a transcript of each run"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "serve [flags]");
    spec.usageMessage()
        .description(
            "",
            "Serves your endpoints over HTTP, until SIGINT (exit 130) or SIGTERM (143). The first",
            "line on stdout is the page's URL, with the token that programs send as a bearer; the",
            "second is the base URL for any client of OpenAI, which stands for the first endpoint.",
            "What else can be settled stands under 'serve:' in your sluice.yaml.",
            "");
    spec.addArgGroup(
        Flag.group(
            "The server",
            Flag.value(
                FlagKey.PORT,
                "N",
                "the port; " + AccessOptions.STANDARD_PORT + "; 0 takes a free one"),
            Flag.value(FlagKey.HOST, "ADDRESS", "where to listen; 127.0.0.1"),
            Flag.value(FlagKey.ALLOW_ORIGIN, "ORIGIN", "an origin whose pages may ask; repeatable"),
            Flag.value(FlagKey.TLS_CERT, "FILE", "PEM: speak TLS, with this certificate"),
            Flag.value(FlagKey.TLS_KEY, "FILE", "PEM: its key, if that is in another file"),
            Flag.value(
                FlagKey.KEY,
                "WORD",
                "whose key passed requests have: forward, the client's; own, the endpoint's, for"
                    + " clients that show a token"),
            Flag.on(FlagKey.DETACH, "let answers go on when the client that asked leaves"),
            Flag.on(FlagKey.NO_PROXY, "pass no requests on: no /v1, no /up"),
            Flag.on(FlagKey.NO_PAGE, "no page for browsers: programs alone are served"),
            Flag.value(
                FlagKey.RUNS,
                "NAME:OPTIONS",
                "also show runs that other processes make, such as kafka:servers=HOST:PORT"),
            Flag.on(FlagKey.OPEN, "open the page in a browser")));
    spec.addArgGroup(ConnectionOptions.flagsOfServer());
    spec.addArgGroup(TimeoutFlags.group());
    spec.addArgGroup(
        OutputFlags.groupOfServer(
            Flag.value(FlagKey.RECORD, "DIR", "keep a transcript of each run in that folder"),
            ArchiveOptions.declining()));
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    return new ServedProcess(ServeOptions.of(name(), arguments), version.get(), call).run();
  }
}
