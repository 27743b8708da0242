# Makes in Request Tracker what its input says, a JSON object in each line, with Request Tracker's own Perl API.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use JSON;
use MIME::Entity;
use RT;

RT::LoadConfig();
RT::Init();
# What happens by itself upon a change would do nothing here, but takes time.
{
    no warnings 'redefine';
    my $told = \&RT::Transaction::Create;
    *RT::Transaction::Create = sub { my ($self, %what) = @_; $told->($self, %what, ActivateScrips => 0) };
}
my $root = RT::CurrentUser->new('root');
my %make = (quiet => \&quiet, queue => \&queue, person => \&person, ticket => \&ticket);

# Commits are what takes longest, so many share one.
my $together = 50;
my $made = 0;
$RT::Handle->BeginTransaction;
while (my $line = <STDIN>) {
    my $wish = decode_json($line);
    $make{ $wish->{kind} }->($wish);
    next if ++$made % $together;
    $RT::Handle->Commit;
    $RT::Handle->BeginTransaction;
}
$RT::Handle->Commit;

sub done {
    my ($id, @said) = @_;
    die "refused: @said\n" unless $id;
}

# Nobody is written to: Mortise sends no mail either. And who works here may have tickets.
sub quiet {
    my $scrips = RT::Scrips->new($root);
    $scrips->UnLimit;
    while (my $scrip = $scrips->Next) {
        next if $scrip->ActionObj->ExecModule !~ /Notify|Autoreply/;
        done($scrip->SetDisabled(1));
    }
    my $group = RT::Group->new($root);
    $group->LoadSystemInternalGroup('Privileged');
    done($group->PrincipalObj->GrantRight(Right => 'OwnTicket', Object => RT->System));
}

sub queue {
    my $wish = shift;
    done(RT::Queue->new($root)->Create(Name => $wish->{name}));
}

sub person {
    my $wish = shift;
    done(RT::User->new($root)->Create(
        Name => $wish->{mail},
        EmailAddress => $wish->{mail},
        RealName => $wish->{name},
        Organization => $wish->{organization},
        Privileged => $wish->{staff},
    ));
}

sub text {
    my $text = shift;
    return MIME::Entity->build(Type => 'text/plain', Charset => 'UTF-8', Data => [Encode::encode('UTF-8', $text)]);
}

sub ticket {
    my $wish = shift;
    my $ticket = RT::Ticket->new($root);
    done($ticket->Create(
        Queue => $wish->{queue},
        Subject => $wish->{title},
        Requestor => $wish->{contact},
        Owner => $wish->{assignee},
        Status => $wish->{status} eq 'stalled' ? 'open' : $wish->{status}, # none begins as stalled
        Priority => $wish->{priority},
        Due => $wish->{due},
        MIMEObj => text($wish->{text}),
    ));
    done($ticket->SetStatus('stalled')) if $wish->{status} eq 'stalled';
    for my $note (@{ $wish->{notes} }) {
        done($ticket->Comment(MIMEObj => text($note))); # a reply would open a closed one again
    }
    print "$wish->{number} ", $ticket->id, "\n";
}
