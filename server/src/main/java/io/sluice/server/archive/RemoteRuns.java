package io.sluice.server.archive;

import io.sluice.stream.Source;
import java.io.IOException;

/**
 * Where a server looks for runs that other processes make, such as a topic of a broker, after it
 * has looked everywhere else. A run belongs to the owner that its attribute {@link
 * RunArchive#OWNER} names. Thread-safe. Calls may wait for a run to begin, and are never made on an
 * event loop.
 */
@FunctionalInterface
public interface RemoteRuns {

  /**
   * Finds a run. Its source has the whole run, from its opening on, at each opening.
   *
   * @throws io.sluice.replay.UnknownRunException in one line, if there is no such run
   * @throws IOException in one line, if the place cannot be read
   */
  Source find(String id) throws IOException;
}
