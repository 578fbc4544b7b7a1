package io.sluice.cli.command;

/**
 * A call as it is typed, which the help of its command begins with. Each one is run by a test in a
 * shell, without a network and in an empty home; {@code notes.txt}, {@code haiku.sse} and {@code
 * haiku.jsonl} are there.
 *
 * @param line what is typed
 * @param says what that is good for, in a few words
 */
public record Example(String line, String says) {}
