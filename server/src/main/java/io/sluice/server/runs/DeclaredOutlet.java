package io.sluice.server.runs;

import io.sluice.pipeline.Delivery;
import io.sluice.sink.Sink;
import java.util.function.Supplier;

/**
 * A sink that every run of the server gets.
 *
 * @param name its name in messages
 * @param sinks makes it for each run
 * @param delivery how the run delivers to it
 */
public record DeclaredOutlet(String name, Supplier<? extends Sink> sinks, Delivery delivery) {}
