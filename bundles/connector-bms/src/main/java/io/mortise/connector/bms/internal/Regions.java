package io.mortise.connector.bms.internal;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In BMS a state is free text, mostly its postal code; elsewhere it is a name. */
final class Regions {
    private static final String CODES = """
            AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
            DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas
            KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi
            MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York
            NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island
            SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington
            WV West Virginia|WI Wisconsin|WY Wyoming
            AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia
            NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon
            """;
    private static final Map<String, String> NAMES = Stream.of(CODES.split("[|\n]"))
            .collect(Collectors.toUnmodifiableMap(entry -> entry.substring(0, 2), entry -> entry.substring(3)));

    private Regions() {}

    /** The name of a state of the United States or a province of Canada; anything else as it is. */
    static String name(String text) {
        return NAMES.getOrDefault(text.strip().toUpperCase(Locale.ROOT), text);
    }
}
