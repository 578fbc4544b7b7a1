package io.sluice.cli.serve;

import io.sluice.cli.run.Sinks;
import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.RunSourceSpec;
import io.sluice.server.archive.RemoteRuns;
import io.sluice.stream.Source;
import java.io.IOException;

/**
 * The runs of other processes, at a place that a plugin knows.
 *
 * @param place the place, without the name of a run
 * @param sinks the plugins
 */
record RemotePlace(RunSourceSpec place, Sinks sinks) implements RemoteRuns {

  /** Any name will do to check the other options. */
  private static final String SOME_RUN = "id";

  /**
   * The runs of a place.
   *
   * @throws UsageException in one line, if no plugin knows it, or its options are wrong
   */
  static RemotePlace of(RunSourceSpec place, Sinks sinks) {
    sinks.check(place.of(SOME_RUN));
    return new RemotePlace(place, sinks);
  }

  @Override
  public Source find(String id) throws IOException {
    try {
      return sinks.run(place.of(id));
    } catch (UsageException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }
}
