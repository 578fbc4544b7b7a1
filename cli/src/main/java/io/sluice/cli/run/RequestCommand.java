package io.sluice.cli.run;

import io.sluice.cli.command.Command;
import picocli.CommandLine.Model.CommandSpec;

/** A command that sends requests to a server. Stateless. */
public interface RequestCommand extends Command {
  @Override
  default boolean sendsRequests() {
    return true;
  }

  /** Adds the flags that {@link RequestOptions} and {@link ConnectionOptions} read. */
  static void addFlags(CommandSpec spec) {
    spec.addArgGroup(RequestOptions.flags());
    spec.addArgGroup(ConnectionOptions.flags());
    spec.addArgGroup(TimeoutFlags.group());
  }
}
