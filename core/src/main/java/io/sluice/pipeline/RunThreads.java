package io.sluice.pipeline;

import io.sluice.thread.DaemonThreads;
import java.util.concurrent.Executor;

/** The threads that call sinks where nobody brought any; all pipelines share them. */
final class RunThreads {

  static final Executor SHARED = DaemonThreads.executor("sluice-run-");

  private RunThreads() {}
}
