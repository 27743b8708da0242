package io.mortise.sandbox.internal.world;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The MSP's own people, of whom each has one name and one mailbox in whichever of its systems they work. */
public final class Crew {
    private static final Map<String, Member> MEMBERS = Stream.of(
                    demo("admin", "Alma", "Reyes"),
                    demo("manager", "Morgan", "Hale"),
                    demo("tech", "Theo", "Lindgren"),
                    demo("dispatcher", "Dina", "Park"),
                    demo("reader", "Rita", "Moss"),
                    demo("lite", "Lyle", "Kemp"),
                    demo("outsider", "Otto", "Frey"),
                    demo("unconnected", "Una", "Brandt"),
                    demo("mfa", "Mira", "Fischer"),
                    demo("noapi", "Noah", "Apley"),
                    staff("Dana", "Whitfield"),
                    staff("Marcus", "Lowe"),
                    staff("Priya", "Raman"),
                    staff("Jonas", "Weber"),
                    staff("Carla", "Mendes"),
                    staff("Samuel", "Okoye"),
                    staff("Greg", "Former"),
                    staff("Ines", "Roy"))
            .collect(Collectors.toUnmodifiableMap(Member::user, Function.identity()));

    /**
     * @param user what they sign in with
     * @param email their mailbox, in lower case
     */
    public record Member(String user, String first, String last, String email) {
        public String name() {
            return first + " " + last;
        }
    }

    private Crew() {}

    private static Member demo(String user, String first, String last) {
        return new Member(user, first, last, user + "@sandbox.example");
    }

    private static Member staff(String first, String last) {
        String user = (first.charAt(0) + last).toLowerCase(Locale.ROOT);
        return new Member(user, first, last, user + "@tenonworks.example");
    }

    /** @throws IllegalArgumentException when nobody signs in with it */
    public static Member of(String user) {
        Member member = MEMBERS.get(user);
        if (member == null) {
            throw new IllegalArgumentException("Nobody of the MSP is called " + user);
        }
        return member;
    }
}
