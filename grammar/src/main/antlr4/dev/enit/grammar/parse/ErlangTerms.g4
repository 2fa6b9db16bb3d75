/*
 * Erlang terms as file:consult/1 reads them: what erl_scan calls a token and what erl_parse:parse_term/1 calls a term.
 *
 * The grammar is the language, not what people type while they edit: text that it refuses is mended token by token
 * (class Mender) and then read by these very rules, so there is one answer to what a text means. It is LL(1): no
 * decision needs prediction, and its actions build the terms directly.
 */
grammar ErlangTerms;

options {
  superClass = TermRules;
}

/* A dot without white space behind it; the place of a term that is not there: class FormScanner and class Mender make them. */
tokens {
  POINT,
  MISSING
}

@header {
import dev.enit.grammar.term.Term;
}

form returns [Term value]
  : term {$value = $term.value;} DOT? EOF
  ;

term returns [Term value]
@init {
  int at = here();
  int mark = build.mark();
}
  : ATOM {$value = build.atom(at);}
  | INTEGER {$value = build.integer(at);}
  | FLOAT {$value = build.real(at);}
  | CHARACTER {$value = build.character(at);}
  | STRING+ {$value = build.string(at, here());}
  | SIGIL {$value = build.sigil(at);}
  | MISSING {$value = build.missing(at);}
  | LBRACE (term {build.push($term.value);} (COMMA term {build.push($term.value);})*)? RBRACE
    {$value = build.tuple(mark, at, here());}
  | LBRACKET (term {build.push($term.value);} (COMMA term {build.push($term.value);})*
      (BAR tail = term {$value = $tail.value;})?)? RBRACKET
    {$value = build.list(mark, $value, at, here());}
  | HASH LBRACE (association (COMMA association)*)? RBRACE {$value = build.map(mark, at, here());}
  | LBINARY {build.binary();} (segment (COMMA segment)*)? RBINARY {$value = build.bits(mark, at, here());}
  | FUN ATOM COLON ATOM SLASH INTEGER {$value = build.fun(at);}
  | (PLUS | MINUS) number {$value = build.signed(at, $number.value);}
  | LPAREN term {$value = $term.value;} RPAREN
  ;

association
  : term {build.push($term.value);} ARROW term {build.push($term.value);}
  ;

/* What may follow a sign. */
number returns [Term value]
@init {
  int at = here();
}
  : INTEGER {$value = build.integer(at);}
  | FLOAT {$value = build.real(at);}
  | CHARACTER {$value = build.character(at);}
  | MISSING {$value = build.missing(at);}
  | LPAREN number {$value = $number.value;} RPAREN
  ;

segment
@init {
  int at = here();
  int types = -1;
  Term size = null;
}
  : term (COLON unsigned {size = $unsigned.value;})?
    (SLASH {types = here();} bitType (MINUS bitType)*)?
    {build.segment(at, $term.value, size, types, here());}
  ;

/* A size is a number without a sign, or anything in parentheses. */
unsigned returns [Term value]
@init {
  int at = here();
}
  : INTEGER {$value = build.integer(at);}
  | CHARACTER {$value = build.character(at);}
  | MISSING {$value = build.missing(at);}
  | LPAREN term {$value = $term.value;} RPAREN
  ;

bitType
  : ATOM (COLON INTEGER)?
  ;

// Tokens. Of white space, comments and everything in quotes the rules know the first character only: class FormScanner
// reads on by hand, since quotes may have any number, and since characters above 127 are slow in an automaton.

WHITE_SPACE : [\u0000-\u0020\u0080-\u00A0] ;
COMMENT : '%' ;
STRING : '"' ;
CHARACTER : '$' ;
SIGIL : '~' NAME* ;

FUN : 'fun' ;
RESERVED
  : 'after' | 'begin' | 'case' | 'try' | 'cond' | 'catch' | 'end' | 'if' | 'let' | 'of' | 'receive' | 'when'
  ;
WORD_OPERATOR
  : 'andalso' | 'orelse' | 'bnot' | 'not' | 'div' | 'rem' | 'band' | 'and' | 'bor' | 'bxor' | 'bsl' | 'bsr' | 'or'
  | 'xor'
  ;
ATOM : [a-z\u00DF-\u00F6\u00F8-\u00FF] NAME* | '\'' ;
VARIABLE : [A-Z_\u00C0-\u00D6\u00D8-\u00DE] NAME* ;

INTEGER : DIGITS | DIGITS '#' ALNUM+ ('_' ALNUM+)* ;
FLOAT
  : DIGITS '.' DIGITS ([eE] [+-]? DIGITS)?
  | DIGITS '#' (ALNUM+ ('_' ALNUM+)*)? '.' ALNUM+ ('_' ALNUM+)* ('#' [eE] [+-]? DIGITS)?
  ;
/* A number with something glued to it: 5s, 1__0, 1.0e, 16#, 10.0.0.1. */
BAD_NUMBER
  : DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)? NAME* LETTER NAME*
  | DIGITS ('.' DIGITS)? [eE] [+-]
  | DIGITS '#' ALNUM* NAME*
  | DIGITS ('.' DIGITS) ('.' DIGITS)+ NAME*
  ;

DOT : '.' ;
COMMA : ',' ;
SEMICOLON : ';' ;
BAR : '|' ;
ARROW : '=>' ;
ASSIGN : ':=' ;
COLON : ':' ;
SLASH : '/' ;
PLUS : '+' ;
MINUS : '-' ;
HASH : '#' ;
QUESTION : '?' ;
LBRACE : '{' ;
RBRACE : '}' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBINARY : '<<' ;
RBINARY : '>>' ;
OPERATOR
  : '++' | '--' | '==' | '/=' | '=<' | '<' | '>=' | '>' | '=:=' | '=/=' | '=' | '!' | '*' | '->' | '<-' | '<=' | '||'
  | '::' | '?=' | '..' | '...' | '&&' | '<:-' | '<:='
  ;
BAD : . ;

fragment DIGITS : [0-9]+ ('_' [0-9]+)* ;
fragment ALNUM : [0-9a-zA-Z] ;
fragment LETTER : [a-zA-Z_@\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF] ;
fragment NAME : [0-9a-zA-Z_@\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF] ;
