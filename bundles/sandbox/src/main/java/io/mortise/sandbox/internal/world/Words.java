package io.mortise.sandbox.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.mortise.sandbox.internal.state.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

/** The word lists behind the world, and dice that draw from them in an order which the seed fixes. */
final class Words {
    private final JsonNode lists;
    private final SplittableRandom random;

    Words(long seed) {
        this(seed, "words.json");
    }

    Words(long seed, String resource) {
        this.random = new SplittableRandom(seed);
        try (InputStream words = Words.class.getResourceAsStream(resource)) {
            this.lists = Json.read(words.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode list(String name) {
        return lists.required(name);
    }

    JsonNode one(String name) {
        return one(list(name));
    }

    JsonNode one(JsonNode list) {
        return list.get(random.nextInt(list.size()));
    }

    int number(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of the indexes, each as likely as its weight. */
    int weighted(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int drawn = random.nextInt(sum);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index];
            index++;
        }
        return index;
    }

    String characters(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String digits(int length) {
        return characters("0123456789", length);
    }
}
