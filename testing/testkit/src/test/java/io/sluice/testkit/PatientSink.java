package io.sluice.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A sink that notes silence too. */
class PatientSink extends NoteSink {

  private final Duration interval;

  PatientSink(Path file, Duration interval) {
    super(file);
    this.interval = interval;
  }

  @Override
  public Optional<Duration> idleInterval() {
    return Optional.of(interval);
  }

  @Override
  public void onIdle(Duration silence) throws IOException {
    write("nothing for " + silence.toMillis() + " ms\n");
  }
}
