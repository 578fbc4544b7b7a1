package io.sluice.cli.command;

import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** One word of the command line. Stateless. */
public interface Command {
  /** The word that names the command. */
  String name();

  /** The purpose of the command, in one line. */
  String summary();

  /** Whether it sends requests, so that what those need may be loaded ahead. */
  default boolean sendsRequests() {
    return false;
  }

  /** Two to four calls that show the use of the command, the plainest first; its help begins so. */
  List<Example> examples();

  /** The flags and arguments of the command, its help among them. */
  CommandSpec spec();

  /**
   * Runs the command.
   *
   * @param arguments what was given; read once, before anything is done
   * @param call where the command reads and writes
   * @throws UsageException in one line, if it cannot begin as it was called
   * @throws IOException if it cannot write to stdout
   */
  ExitCode run(Arguments arguments, Call call) throws IOException;
}
